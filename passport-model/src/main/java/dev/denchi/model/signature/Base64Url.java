package dev.denchi.model.signature;

import java.util.Base64;

/** The base64url of JOSE: no padding, and one text only for the same bytes (RFC 7515, 2; RFC 4648, 3.5). */
public final class Base64Url {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private Base64Url() {}

    /** The text as ASCII. */
    public static byte[] bytes(byte[] bytes) {
        return ENCODER.encode(bytes);
    }

    /** The text as ASCII, into the beginning of {@code text}. */
    public static void bytes(byte[] bytes, byte[] text) {
        ENCODER.encode(bytes, text);
    }

    /** How long the text of so many bytes is. */
    public static int length(int count) {
        return (4 * count + 2) / 3;
    }

    public static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /** @throws IllegalArgumentException when the text is not what {@link #encode} makes of any bytes */
    public static byte[] decode(String text) {
        byte[] bytes = DECODER.decode(text);
        if (!encode(bytes).equals(text)) {
            throw new IllegalArgumentException("not the base64url of any bytes");
        }
        return bytes;
    }
}
