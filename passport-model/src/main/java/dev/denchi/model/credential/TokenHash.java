package dev.denchi.model.credential;

import dev.denchi.model.signature.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The SHA-256 by which a token is named. */
final class TokenHash {
    private TokenHash() {}

    /** The hash of what went into {@code digest} so far, which can take more. */
    static byte[] soFar(MessageDigest digest) {
        return Sha256.copy(digest).digest();
    }

    /** Of the issuer's JWT, hexadecimal. */
    static String of(String issuerJwt) {
        return Sha256.hex(issuerJwt.getBytes(StandardCharsets.ISO_8859_1));
    }
}
