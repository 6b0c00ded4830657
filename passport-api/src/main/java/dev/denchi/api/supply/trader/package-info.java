/**
 * Who takes part in the supply chain, by an id of the Ouranos API, and with which plants.
 *
 * <p>Nobody here has a key or a record for that alone.
 */
@NullMarked
package dev.denchi.api.supply.trader;

import org.jspecify.annotations.NullMarked;
