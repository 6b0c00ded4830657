/**
 * A supply chain as far as one change reaches: which totals, answers and counts it moves, from the changed part upwards.
 *
 * <p>Not the whole chain: nobody knows that, and nothing here needs it.
 */
@NullMarked
package dev.denchi.model.chain;

import org.jspecify.annotations.NullMarked;
