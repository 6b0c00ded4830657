package dev.denchi.model.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, of the JDK: over what a token is made of it is faster than that of the library which signs. */
final class TokenHash {
    private TokenHash() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hash of what went into {@code digest} so far, which can take more. */
    static byte[] soFar(MessageDigest digest) {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By which a token is named: of the issuer's JWT, hexadecimal. */
    static String of(String issuerJwt) {
        return HexFormat.of().formatHex(sha256().digest(issuerJwt.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
