package dev.denchi.model.credential;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.CompactJson;
import dev.denchi.model.signature.Base64Url;
import dev.denchi.model.signature.JwsSigning;
import dev.denchi.model.signature.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Writes one token at a time, and then the next: what it writes into is most of what issuing would allocate. */
final class TokenWriter {
    private static final int LARGEST_KEPT = 64 * 1024;

    private final CompactJson json = new CompactJson();
    private final MessageDigest sha256 = Sha256.digest();
    private List<Disclosed> hidden = List.of();
    private byte[] disclosures = new byte[0];
    private byte[] payload = new byte[0];
    private byte[] token = new byte[0];

    /** What is to be signed of a record. */
    byte[] input(RecordHeader header, JsonNode document, DigestCounts counts, JwsSigning signing) {
        Disclosing disclosing = new Disclosing(json.clear(), counts.most());
        Claims claims = disclosing.claims("credentialSubject", document, counts);
        hidden = disclosing.hidden();
        disclosures = encoded(disclosures);
        RecordPayload.write(header, claims, Digests.of(hidden, disclosures, sha256), json.clear());
        int length = Base64Url.length(json.length());
        json.fill();
        payload = encoded(payload);
        return signing.input(payload, length);
    }

    /** The SHA-256 of that. The hash of the token goes on from it, so it is asked for once. */
    byte[] hashed(byte[] input) {
        sha256.update(input);
        return TokenHash.soFar(sha256);
    }

    /** The token of the record that was last asked for. */
    RecordToken token(RecordHeader header, byte[] input, byte[] signature) {
        byte[] signatureText = Base64Url.bytes(signature);
        int jwt = input.length + 1 + signatureText.length;
        token = roomy(token, jwt + 1 + disclosures.length + hidden.size());
        int end = put(input, 0, input.length, 0, '.');
        end = put(signatureText, 0, signatureText.length, end, '~');
        List<Disclosed> disclosed = new ArrayList<>(hidden.size());
        for (Disclosed each : hidden) {
            if (!each.isDecoy()) {
                disclosed.add(each.at(end));
                end = put(disclosures, each.from(), each.to() - each.from(), end, '~');
            }
        }
        sha256.update(token, input.length, jwt - input.length);
        String hash = HexFormat.of().formatHex(sha256.digest());
        String text = new String(token, 0, end, StandardCharsets.ISO_8859_1);
        return new RecordToken(text, jwt, header, disclosed, hidden.size(), hash);
    }

    private int put(byte[] source, int from, int count, int at, char last) {
        System.arraycopy(source, from, token, at, count);
        token[at + count] = (byte) last;
        return at + count + 1;
    }

    /** What was written, in base64url. The whole buffer is encoded: that takes less time than to make one of the right size. */
    private byte[] encoded(byte[] room) {
        byte[] text = roomy(room, Base64Url.length(json.bytes().length));
        Base64Url.bytes(json.bytes(), text);
        return text;
    }

    /** Whether it has not grown by a record that hardly any other is as large as. */
    boolean isWorthKeeping() {
        return json.bytes().length <= LARGEST_KEPT;
    }

    private static byte[] roomy(byte[] room, int length) {
        return room.length < length ? new byte[length] : room;
    }
}
