/**
 * The transaction of every change: what is stated and told of parts, version by version, counted again up to the last customer.
 *
 * <p>Adds up and decides nothing; the model does.
 */
@NullMarked
package dev.denchi.api.supply.chain;

import org.jspecify.annotations.NullMarked;
