/**
 * Who vouches for a key's certificate: anchors that a verifier was configured with, from PEM files or a trusted list of the EU.
 *
 * <p>Not a browser's store, and offline: no anchor comes from a token or from the JDK, and whether a certificate was revoked is not asked.
 */
@NullMarked
package dev.denchi.model.trust;

import org.jspecify.annotations.NullMarked;
