/**
 * Requests: made, answered by a link, rejected, taken back, listed, and whether a write was settled.
 *
 * <p>Knows nothing of what the answer says.
 */
@NullMarked
package dev.denchi.api.supply.trade;

import org.jspecify.annotations.NullMarked;
