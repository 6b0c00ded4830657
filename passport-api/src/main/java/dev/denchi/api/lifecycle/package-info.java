/**
 * Changes passports through the life cycle API of EN 18222: a change becomes a new version of the record that it touches.
 *
 * <p>No rule of its own: what a record must be is judged by {@code ingest}.
 */
@NullMarked
package dev.denchi.api.lifecycle;

import org.jspecify.annotations.NullMarked;
