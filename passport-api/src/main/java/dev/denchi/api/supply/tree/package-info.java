/**
 * Parts, what they are made of, and who asks whom about them, as they stand.
 *
 * <p>Writes none by itself: what changes one is counted up to the last customer.
 */
@NullMarked
package dev.denchi.api.supply.tree;

import org.jspecify.annotations.NullMarked;
