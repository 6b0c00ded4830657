package dev.denchi.model.status;

import dev.denchi.model.signature.Base64Url;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Bits, the first index left-most, and their text: GZIP, then multibase base64url (Bitstring Status List 1.0, 3.1 and 3.3). */
public final class StatusList {
    /** A smaller list would tell too much about a single record, and is refused. */
    public static final int SMALLEST = 131_072;

    /** What unpacks to more is refused: a few kilobytes could fill a verifier's memory. */
    public static final int LARGEST = 1 << 26;

    private static final char BASE64URL = 'u';
    private static final int LONGEST_TEXT = 12 * 1024 * 1024;

    private final byte[] bits;

    private StatusList(byte[] bits) {
        this.bits = bits;
    }

    /** A list of that many bits, those at {@code indexes} set. */
    public static StatusList of(int size, IntStream indexes) {
        if (size < SMALLEST || size > LARGEST || size % Byte.SIZE != 0) {
            throw new IllegalArgumentException(
                    "a status list has " + SMALLEST + " to " + LARGEST + " bits in whole bytes, not " + size);
        }
        byte[] bits = new byte[size / Byte.SIZE];
        indexes.forEach(index -> bits[index / Byte.SIZE] |= mask(index));
        return new StatusList(bits);
    }

    /** @throws IllegalArgumentException when the text is no list, or one that is too small or too large */
    public static StatusList decode(String encodedList) {
        if (encodedList.isEmpty() || encodedList.charAt(0) != BASE64URL) {
            throw new IllegalArgumentException("the list is not multibase base64url, which begins with u");
        }
        if (encodedList.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("the list is longer than " + LONGEST_TEXT + " characters");
        }
        byte[] packed = Base64Url.decode(encodedList.substring(1));
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] bits = in.readNBytes(LARGEST / Byte.SIZE + 1);
            if (bits.length < SMALLEST / Byte.SIZE || bits.length > LARGEST / Byte.SIZE) {
                throw new IllegalArgumentException("the list has not " + SMALLEST + " to " + LARGEST + " bits");
            }
            return new StatusList(bits);
        } catch (IOException e) {
            throw new IllegalArgumentException("the list is not GZIP: " + e.getMessage(), e);
        }
    }

    public String encode() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return BASE64URL + Base64Url.encode(packed.toByteArray());
    }

    public int size() {
        return bits.length * Byte.SIZE;
    }

    /** How many bits are set. */
    public int set() {
        return BitSet.valueOf(bits).cardinality();
    }

    /** @throws IllegalArgumentException when the list has no such index */
    public boolean isSet(int index) {
        if (index < 0 || index >= size()) {
            throw new IllegalArgumentException("the list has " + size() + " bits, none at " + index);
        }
        return (bits[index / Byte.SIZE] & mask(index)) != 0;
    }

    private static byte mask(int index) {
        return (byte) (0x80 >>> (index % Byte.SIZE));
    }
}
