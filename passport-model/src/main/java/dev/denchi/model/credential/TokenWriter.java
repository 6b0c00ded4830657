package dev.denchi.model.credential;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.CompactJson;
import dev.denchi.model.signature.Base64Url;
import dev.denchi.model.signature.JwsSigning;
import dev.denchi.model.signature.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Writes one token at a time, and then the next: what it writes into is most of what issuing would allocate. */
final class TokenWriter {
    private static final int LARGEST_KEPT = 64 * 1024;
    /** In base64url, with a dot before and a tilde behind: of ES384, which is the longest. */
    private static final int LONGEST_SIGNATURE = 130;

    private final CompactJson json = new CompactJson();
    private final Disclosing disclosing = new Disclosing(json);
    private final Digests digests = new Digests();
    private byte[] disclosures = new byte[0];
    private int disclosed;
    private byte[] payload = new byte[0];
    private byte[] token = new byte[0];
    private int input;
    private MessageDigest hash = Sha256.digest();

    /** Writes what is to be signed of a record. */
    void write(RecordHeader header, JsonNode document, DigestCounts counts, JwsSigning signing) {
        Claims claims = disclosing.claims(document, counts);
        disclosed = Base64Url.length(json.length());
        disclosures = encoded(disclosures);
        digests.make(disclosing.hidden(), disclosures, disclosing.salts());
        RecordPayload.write(header, claims, digests, json.clear());
        int length = Base64Url.length(json.length());
        json.fill();
        payload = encoded(payload);
        input = signing.length(length);
        token = roomy(token, input + LONGEST_SIGNATURE + disclosed);
        signing.put(payload, length, token);
        hash = signing.hashing(payload, length);
    }

    /** What is to be signed. */
    byte[] input() {
        return Arrays.copyOf(token, input);
    }

    /** The SHA-256 of that. The hash of the token goes on from it, so it is asked for once. */
    byte[] hashed() {
        return TokenHash.soFar(hash);
    }

    /** The token of the record that was written last. */
    RecordToken token(RecordHeader header, byte[] signature) {
        byte[] signatureText = Base64Url.bytes(signature);
        int jwt = input + 1 + signatureText.length;
        int end = jwt + 1 + disclosed;
        token[input] = '.';
        System.arraycopy(signatureText, 0, token, input + 1, signatureText.length);
        token[jwt] = '~';
        System.arraycopy(disclosures, 0, token, jwt + 1, disclosed);
        List<Disclosed> attributes = attributes(jwt + 1);
        hash.update(token, input, jwt - input);
        String sha256 = HexFormat.of().formatHex(hash.digest());
        String text = new String(token, 0, end, StandardCharsets.ISO_8859_1);
        return new RecordToken(
                text, jwt, header, attributes, disclosing.hidden().size(), sha256);
    }

    /** Where they stand in the token, each with its tilde behind it. */
    private List<Disclosed> attributes(int first) {
        List<Disclosed> attributes = new ArrayList<>(disclosing.hidden().size());
        for (Disclosed each : disclosing.hidden()) {
            if (!each.isDecoy()) {
                Disclosed attribute = each.behind(first);
                token[attribute.to()] = '~';
                attributes.add(attribute);
            }
        }
        return attributes;
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
