/**
 * Whether what is said of lots adds up: pure judgements of one statement on a ledger of those before it.
 *
 * <p>No signature is checked.
 */
@NullMarked
package dev.denchi.model.massbalance.invariant;

import org.jspecify.annotations.NullMarked;
