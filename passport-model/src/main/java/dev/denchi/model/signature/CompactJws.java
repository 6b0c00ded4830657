package dev.denchi.model.signature;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.StrictJson;
import java.nio.charset.StandardCharsets;

/**
 * A JSON Web Signature in compact form (RFC 7515, 7.1), read strictly and without believing it: three parts, each the one
 * base64url text of its bytes, header and payload JSON that has one meaning.
 */
public final class CompactJws {
    private final String header;
    private final String payload;
    private final String signature;

    private CompactJws(String header, String payload, String signature) {
        this.header = header;
        this.payload = payload;
        this.signature = signature;
    }

    /** @throws MalformedJson when it is none; header and payload are looked at when asked for */
    public static CompactJws parse(String text) {
        if (text.startsWith("{")) {
            throw new MalformedJson("this is the JSON serialization; only the compact one is accepted");
        }
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw new MalformedJson("no JWT of three parts with a dot between them");
        }
        CompactJws jws = new CompactJws(parts[0], parts[1], parts[2]);
        decoded("the JWT's signature", jws.signature);
        return jws;
    }

    /** @throws MalformedJson */
    public JsonNode header() {
        return object("the JWT's header", header);
    }

    /** @throws MalformedJson */
    public JsonNode payload() {
        return object("the JWT's payload", payload);
    }

    public byte[] signature() {
        return Base64Url.decode(signature);
    }

    /** What the signature is made over. */
    public byte[] signingInput() {
        return (header + "." + payload).getBytes(StandardCharsets.US_ASCII);
    }

    private static JsonNode object(String what, String part) {
        JsonNode json;
        try {
            json = StrictJson.read(decoded(what, part));
        } catch (MalformedJson e) {
            throw new MalformedJson(what + " is not readable: " + e.getMessage());
        }
        if (!json.isObject()) {
            throw new MalformedJson(what + " is no JSON object");
        }
        return json;
    }

    /** One text for one sequence of bytes: what a lenient decoder skips would be a second token with the same signature. */
    private static byte[] decoded(String what, String part) {
        try {
            return Base64Url.decode(part);
        } catch (IllegalArgumentException e) {
            throw new MalformedJson(what + " is not base64url without padding (RFC 7515, 2)");
        }
    }
}
