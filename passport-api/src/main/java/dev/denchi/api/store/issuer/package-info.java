/**
 * Tables {@code issuer} and {@code issuer_key}: the public keys that operators sign with, under their DIDs.
 *
 * <p>Holds no private key, and signs nothing.
 */
@NullMarked
package dev.denchi.api.store.issuer;

import org.jspecify.annotations.NullMarked;
