/**
 * The supply chain in PostgreSQL; what all its rooms share: why something is refused, some of a list, conditions of a selection.
 *
 * <p>No rules, no JSON; signed records are in store.
 */
@NullMarked
package dev.denchi.api.supply;

import org.jspecify.annotations.NullMarked;
