/**
 * Whether records still stand: operators revoke, and the service serves the signed lists of what was revoked and superseded.
 *
 * <p>No judging of tokens: that is the model's, with these lists in hand.
 */
@NullMarked
package dev.denchi.api.status;

import org.jspecify.annotations.NullMarked;
