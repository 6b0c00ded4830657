/**
 * Records and their versions, kept once and for good with all that belongs to them, or not at all.
 *
 * <p>No rules, no JSON but that in which PostgreSQL takes many rows at once.
 */
@NullMarked
package dev.denchi.api.store.record;

import org.jspecify.annotations.NullMarked;
