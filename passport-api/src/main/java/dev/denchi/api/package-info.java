/**
 * Starts the service.
 *
 * <p>Not what the service does: that is in the packages below.
 */
@NullMarked
package dev.denchi.api;

import org.jspecify.annotations.NullMarked;
