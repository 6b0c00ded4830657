package dev.denchi.model.credential;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.CompactJson;
import dev.denchi.model.signature.Base64Url;
import dev.denchi.model.signature.Randomness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Puts digests in the place of a record's attributes (RFC 9901, 4.2), one record after the other. Written for speed: a record has some fifty of them.
 * All salts, all disclosures and all digests are each encoded by one call, side by side (see {@link CompactJson#fill}).
 */
final class Disclosing {
    private static final int SALT_BYTES = 16;
    private static final int SALT_ROOM = 18;

    private final CompactJson json;
    private final List<Disclosed> hidden = new ArrayList<>();
    private byte[] random = new byte[0];
    private byte[] salts = new byte[0];

    Disclosing(CompactJson json) {
        this.json = json;
    }

    /** The claims in the place of a record's document. What was hidden before is forgotten, and its salts. */
    Claims claims(JsonNode document, DigestCounts counts) {
        json.clear();
        hidden.clear();
        drawSalts(counts.most());
        return claims("credentialSubject", document, counts);
    }

    private void drawSalts(int most) {
        if (random.length != SALT_ROOM * most) {
            random = new byte[SALT_ROOM * most];
            salts = new byte[Base64Url.length(random.length)];
        }
        Randomness.fill(random);
        for (int salt = 0; salt < random.length; salt += SALT_ROOM) {
            Arrays.fill(random, salt + SALT_BYTES, salt + SALT_ROOM, (byte) 0);
        }
        Base64Url.bytes(random, salts);
    }

    /** The claims in the place of an object, with a digest for each of its attributes and for what stands for one. */
    private Claims claims(String name, JsonNode object, DigestCounts counts) {
        Claims claims = new Claims(name);
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String attribute = counts.attributes().get(member.getKey());
            if (attribute != null) {
                claims.hide(disclose(attribute, member.getKey(), member.getValue()));
            } else if (member.getValue().isObject()) {
                claims.groups().add(claims(member.getKey(), member.getValue(), counts.group(member.getKey())));
            } else {
                throw new IllegalArgumentException(
                        "the attribute " + counts.pointer() + "/" + member.getKey() + " has no access point");
            }
        }
        for (Map.Entry<String, DigestCounts> group : counts.groups().entrySet()) {
            if (group.getValue().isAlwaysThere() && !object.has(group.getKey())) {
                claims.groups().add(claims(group.getKey(), object.path(group.getKey()), group.getValue()));
            }
        }
        while (claims.hidden() < counts.least()) {
            claims.hide(decoy());
        }
        return claims;
    }

    /** Everything that was hidden, by its number: where its text stands in that of all disclosures, of a decoy in the salts. */
    List<Disclosed> hidden() {
        return hidden;
    }

    /** What decoys are digests of. */
    byte[] salts() {
        return salts;
    }

    /** Padded, so that in base64url one character is over between two disclosures: the place of their tilde. */
    private int disclose(String pointer, String name, JsonNode value) {
        int begin = json.length();
        json.begin()
                .beginArray()
                .text(salts, salt(), Base64Url.length(SALT_BYTES))
                .nameAsText(name)
                .value(value)
                .pad(1)
                .endArray();
        int length = json.length() - begin;
        json.fill();
        return hide(pointer, Base64Url.length(begin), length);
    }

    /** A digest of nothing that anybody will be shown. */
    private int decoy() {
        return hide(Disclosed.NOWHERE, salt(), SALT_BYTES);
    }

    private int hide(String pointer, int from, int bytes) {
        hidden.add(new Disclosed(pointer, from, from + Base64Url.length(bytes)));
        return hidden.size() - 1;
    }

    /** Where the salt of what is hidden next stands. */
    private int salt() {
        return Base64Url.length(SALT_ROOM) * hidden.size();
    }
}
