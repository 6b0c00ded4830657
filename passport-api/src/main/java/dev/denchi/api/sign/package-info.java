/**
 * The operators' signing keys: who signs for whom, and the public keys as did:web and JWK set.
 *
 * <p>No cryptography: that is the model's.
 */
@NullMarked
package dev.denchi.api.sign;

import org.jspecify.annotations.NullMarked;
