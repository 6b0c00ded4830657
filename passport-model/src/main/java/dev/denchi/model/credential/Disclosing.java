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
 * Puts digests in the place of one record's attributes (RFC 9901, 4.2). Written for speed: a record has some fifty of them.
 * All salts, all disclosures and all digests are each encoded by one call, side by side (see {@link CompactJson#fill}).
 */
final class Disclosing {
    private static final int SALT_BYTES = 16;
    private static final int SALT_ROOM = 18;

    private final CompactJson json;
    private final byte[] salts;
    private final byte[] saltTexts;
    private final List<Disclosed> hidden;

    /** @param most how many attributes a record has at most */
    Disclosing(CompactJson json, int most) {
        this.json = json;
        this.hidden = new ArrayList<>(most);
        this.salts = Randomness.bytes(SALT_ROOM * most);
        for (int salt = 0; salt < salts.length; salt += SALT_ROOM) {
            Arrays.fill(salts, salt + SALT_BYTES, salt + SALT_ROOM, (byte) 0);
        }
        this.saltTexts = Base64Url.bytes(salts);
    }

    /** The claims in the place of an object, with a digest for each of its attributes and for what stands for one. */
    Claims claims(String name, JsonNode object, DigestCounts counts) {
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

    /** Everything that was hidden, decoys included, by its number: where its text stands in that of the whole. */
    List<Disclosed> hidden() {
        return hidden;
    }

    private int disclose(String pointer, String name, JsonNode value) {
        int begin = json.length();
        int salt = Base64Url.length(SALT_ROOM) * hidden.size();
        json.begin()
                .beginArray()
                .text(saltTexts, salt, Base64Url.length(SALT_BYTES))
                .text(name)
                .value(value)
                .endArray();
        return hide(pointer, begin);
    }

    /** A digest of nothing that anybody will be shown. */
    private int decoy() {
        int begin = json.length();
        json.raw(salts, SALT_ROOM * hidden.size(), SALT_BYTES);
        return hide(Disclosed.NOWHERE, begin);
    }

    private int hide(String pointer, int begin) {
        int length = json.length() - begin;
        json.fill();
        int from = Base64Url.length(begin);
        hidden.add(new Disclosed(pointer, from, from + Base64Url.length(length)));
        return hidden.size() - 1;
    }
}
