/**
 * What tests do with the inner parts of access.
 *
 * <p>No tests: those call the service.
 */
@NullMarked
package dev.denchi.api.access;

import org.jspecify.annotations.NullMarked;
