package dev.denchi.model.credential;

import dev.denchi.model.format.CompactJson;
import dev.denchi.model.signature.Base64Url;
import dev.denchi.model.signature.Sha256;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/** The digests of a record's disclosures and decoys, as base64url beside each other (see {@link Disclosing}), one record after the other. */
final class Digests {
    private static final int BYTES = 32;
    private static final int ROOM = 33;
    private static final int TEXT_ROOM = Base64Url.length(ROOM);

    /** So many characters decide on the order, which is more than enough, and leave room for the digest's number. */
    private static final int SORTED_BY = 6;

    private final MessageDigest sha256 = Sha256.digest();
    private byte[] digests = new byte[0];
    private byte[] texts = new byte[0];

    /**
     * Makes them; those before are forgotten.
     *
     * @param salts of which decoys are digests
     */
    void make(List<Disclosed> hidden, byte[] disclosures, byte[] salts) {
        if (digests.length < ROOM * hidden.size()) {
            digests = new byte[ROOM * hidden.size()];
            texts = new byte[Base64Url.length(digests.length)];
        }
        try {
            for (int i = 0; i < hidden.size(); i++) {
                Disclosed each = hidden.get(i);
                sha256.update(each.isDecoy() ? salts : disclosures, each.from(), each.to() - each.from());
                sha256.digest(digests, ROOM * i, BYTES);
            }
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
        Base64Url.bytes(digests, texts);
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
