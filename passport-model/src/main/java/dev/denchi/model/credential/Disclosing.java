package dev.denchi.model.credential;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.signature.Base64Url;
import dev.denchi.model.signature.Randomness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
final class Disclosing implements AutoCloseable {
    private static final int SALT_BYTES = 16;

    private final DigestCounts counts;
    private final List<Disclosed> disclosed = new ArrayList<>();
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1024);
    private final JsonGenerator json = StrictJson.writer(buffer);
    private final MessageDigest sha256 = sha256();
    private final byte[] random;
    private int drawn;
    private int digests;

    Disclosing(DigestCounts counts) {
        this.counts = counts;
        this.random = Randomness.bytes(SALT_BYTES * counts.most());
    }

    /** The subject's claims: a digest for each attribute, and its disclosure in {@link #disclosed()}. */
    Map<String, Object> claims(JsonNode document) {
        return claims(document, "");
    }

    List<Disclosed> disclosed() {
        return disclosed;
    }

    int digests() {
        return digests;
    }

    /** Gives the writer's buffers back. */
    @Override
    public void close() {
        try {
            json.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> claims(JsonNode object, String pointer) {
        Map<String, Object> claims = new LinkedHashMap<>();
        List<String> hidden = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String at = pointer + "/" + member.getKey();
            if (counts.attributes().contains(at)) {
                String text = disclosure(member.getKey(), member.getValue());
                disclosed.add(new Disclosed(at, text));
                hidden.add(digest(text));
            } else if (member.getValue().isObject()) {
                claims.put(member.getKey(), claims(member.getValue(), at));
            } else {
                throw new IllegalArgumentException("the attribute " + at + " has no access point");
            }
        }
        for (String group : counts.groupsIn(pointer)) {
            if (!object.has(group)) {
                claims.put(group, claims(object.path(group), pointer + "/" + group));
            }
        }
        while (hidden.size() < counts.in(pointer)) {
            hidden.add(digest(salt())); // of nothing: a decoy
        }
        if (!hidden.isEmpty()) {
            hidden.sort(null); // their order would tell the order of the attributes
            claims.put("_sd", hidden);
            digests += hidden.size();
        }
        return claims;
    }

    private String disclosure(String name, JsonNode value) {
        try {
            buffer.reset();
            json.writeStartArray();
            json.writeString(salt());
            json.writeString(name);
            StrictJson.write(value, json);
            json.writeEndArray();
            json.flush();
            return Base64Url.encode(buffer.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String digest(String text) {
        return Base64Url.encode(sha256.digest(text.getBytes(StandardCharsets.ISO_8859_1)));
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
