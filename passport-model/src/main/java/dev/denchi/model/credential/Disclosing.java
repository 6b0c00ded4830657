package dev.denchi.model.credential;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.signature.Base64Url;
import dev.denchi.model.signature.Randomness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts digests in the place of one record's attributes (RFC 9901, 4.2). Written for speed: a record has some fifty attributes, and one
 * JSON writer, one hash and one draw of random bytes serve them all.
 */
final class Disclosing {
    private static final int SALT_BYTES = 16;

    private final ByteArrayOutputStream buffer;
    private final JsonGenerator json;
    private final MessageDigest sha256 = sha256();
    private final List<Disclosed> disclosed = new ArrayList<>();
    private final byte[] random;
    private int drawn;
    private int digests;

    /**
     * @param json writes into {@code buffer}
     * @param most how many attributes a record has at most
     */
    Disclosing(ByteArrayOutputStream buffer, JsonGenerator json, int most) {
        this.buffer = buffer;
        this.json = json;
        this.random = Randomness.bytes(SALT_BYTES * most);
    }

    List<Disclosed> disclosed() {
        return disclosed;
    }

    int digests() {
        return digests;
    }

    /** The claims in the place of an object: a digest for each attribute, and its disclosure in {@link #disclosed()}. */
    Map<String, Object> claims(JsonNode object, DigestCounts counts) throws IOException {
        Map<String, Object> claims = new LinkedHashMap<>();
        List<String> hidden = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String attribute = counts.attributes().get(member.getKey());
            if (attribute != null) {
                hidden.add(disclose(attribute, member.getKey(), member.getValue()));
            } else if (member.getValue().isObject()) {
                claims.put(member.getKey(), claims(member.getValue(), counts.group(member.getKey())));
            } else {
                throw new IllegalArgumentException(
                        "the attribute " + counts.pointer() + "/" + member.getKey() + " has no access point");
            }
        }
        for (Map.Entry<String, DigestCounts> group : counts.groups().entrySet()) {
            if (group.getValue().isAlwaysThere() && !object.has(group.getKey())) {
                claims.put(group.getKey(), claims(object.path(group.getKey()), group.getValue()));
            }
        }
        while (hidden.size() < counts.least()) {
            hidden.add(digest(salt().getBytes(StandardCharsets.ISO_8859_1))); // of nothing: a decoy
        }
        if (!hidden.isEmpty()) {
            hidden.sort(null); // their order would tell the order of the attributes
            claims.put("_sd", hidden);
            digests += hidden.size();
        }
        return claims;
    }

    private String disclose(String pointer, String name, JsonNode value) throws IOException {
        buffer.reset();
        json.writeStartArray();
        json.writeString(salt());
        json.writeString(name);
        StrictJson.write(value, json);
        json.writeEndArray();
        json.flush();
        byte[] text = Base64Url.bytes(buffer.toByteArray());
        disclosed.add(new Disclosed(pointer, new String(text, StandardCharsets.ISO_8859_1)));
        return digest(text);
    }

    private String digest(byte[] text) {
        return Base64Url.encode(sha256.digest(text));
    }

    private String salt() {
        drawn += SALT_BYTES;
        return Base64Url.encode(Arrays.copyOfRange(random, drawn - SALT_BYTES, drawn));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
