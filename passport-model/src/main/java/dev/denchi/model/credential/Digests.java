package dev.denchi.model.credential;

import dev.denchi.model.format.CompactJson;
import dev.denchi.model.signature.Base64Url;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/** The digests of one record's disclosures and decoys, as base64url beside each other (see {@link Disclosing}). */
final class Digests {
    private static final int BYTES = 32;
    private static final int ROOM = 33;
    private static final int TEXT_ROOM = Base64Url.length(ROOM);

    /** So many characters decide on the order, which is more than enough, and leave room for the digest's number. */
    private static final int SORTED_BY = 6;

    private final byte[] texts;

    private Digests(byte[] texts) {
        this.texts = texts;
    }

    static Digests of(List<Disclosed> hidden, byte[] disclosures, MessageDigest sha256) {
        byte[] digests = new byte[ROOM * hidden.size()];
        try {
            for (int i = 0; i < hidden.size(); i++) {
                Disclosed each = hidden.get(i);
                sha256.update(disclosures, each.from(), each.to() - each.from());
                sha256.digest(digests, ROOM * i, BYTES);
            }
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
        return new Digests(Base64Url.bytes(digests));
    }

    /** An array of those with these numbers. It is sorted: their order would tell the order of the attributes. */
    void write(int[] numbers, CompactJson json) {
        long[] sorted = new long[numbers.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = beginning(numbers[i]) << Short.SIZE | numbers[i];
        }
        Arrays.sort(sorted);
        json.beginArray();
        for (long each : sorted) {
            json.text(texts, TEXT_ROOM * (int) (each & 0xFFFF), Base64Url.length(BYTES));
        }
        json.endArray();
    }

    private long beginning(int number) {
        long beginning = 0;
        for (int i = 0; i < SORTED_BY; i++) {
            beginning = beginning << Byte.SIZE | texts[TEXT_ROOM * number + i];
        }
        return beginning;
    }
}
