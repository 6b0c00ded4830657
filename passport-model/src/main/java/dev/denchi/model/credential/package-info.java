/**
 * Signs records as W3C Verifiable Credentials secured with SD-JWT, cuts them for a reader, and verifies them.
 *
 * <p>Not a key store for the world: foreign keys are given by the caller, never taken from the token.
 */
@NullMarked
package dev.denchi.model.credential;

import org.jspecify.annotations.NullMarked;
