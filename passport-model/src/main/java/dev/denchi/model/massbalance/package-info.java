/**
 * Whether what is said of lots adds up: pure judgements of one statement on a snapshot of those before it, and what they prove of a
 * battery's recycled content.
 *
 * <p>Nothing is loaded, locked or kept here, and no signature is checked.
 */
@NullMarked
package dev.denchi.model.massbalance;

import org.jspecify.annotations.NullMarked;
