/**
 * Lots and what has become of them, as a ledger, and what it proves of a battery's recycled content.
 *
 * <p>Nothing is loaded, locked or kept here, and nothing is refused.
 */
@NullMarked
package dev.denchi.model.massbalance;

import org.jspecify.annotations.NullMarked;
