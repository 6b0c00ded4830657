/**
 * Lots and transformations in from material accounting and secondary material content of Catena-X.
 *
 * <p>Only in: what is stated of lots goes out as records.
 */
@NullMarked
package dev.denchi.model.exchange.lot;

import org.jspecify.annotations.NullMarked;
