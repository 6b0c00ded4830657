/**
 * Exact decimals with their unit.
 *
 * <p>Not a conversion library: each attribute has one unit, fixed by the standards.
 */
@NullMarked
package dev.denchi.model.quantity;

import org.jspecify.annotations.NullMarked;
