/**
 * Answers strangers whether a token of an operator of this service is to be believed.
 *
 * <p>No judging: that is the model's. Nothing is fetched, stored or told beyond what the sender already has.
 */
@NullMarked
package dev.denchi.api.verification;

import org.jspecify.annotations.NullMarked;
