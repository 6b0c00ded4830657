package dev.denchi.model.signature;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** Random bytes that nobody can guess, from the library that signs where it has them. */
public final class Randomness {
    private static final SecureRandom SOURCE = source();

    private Randomness() {}

    public static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        fill(bytes);
        return bytes;
    }

    public static void fill(byte[] bytes) {
        SOURCE.nextBytes(bytes);
    }

    private static SecureRandom source() {
        try {
            return SecureRandom.getInstance("LibCryptoRng", Cryptography.fastest());
        } catch (NoSuchAlgorithmException e) {
            return new SecureRandom();
        }
    }
}
