/**
 * Refuses to start with settings that are unsafe outside development.
 *
 * <p>Not the health of a running service.
 */
@NullMarked
package dev.denchi.api.readiness;

import org.jspecify.annotations.NullMarked;
