/**
 * What tests do with the inner parts of access.reader.
 *
 * <p>No tests: those call the service.
 */
@NullMarked
package dev.denchi.api.access.reader;

import org.jspecify.annotations.NullMarked;
