/**
 * Material lots and what happens to them: made, transformed, handed over, consumed for batteries.
 *
 * <p>No judgement: whether it adds up is asked in {@code massbalance}.
 */
@NullMarked
package dev.denchi.model.lot;

import org.jspecify.annotations.NullMarked;
