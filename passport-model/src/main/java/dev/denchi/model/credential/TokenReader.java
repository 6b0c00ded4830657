package dev.denchi.model.credential;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.util.Base64URL;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes a token apart and finds the place of each disclosure by its digest. */
final class TokenReader {
    private static final int LONGEST = 4 * 1024 * 1024;

    private TokenReader() {}

    static RecordToken read(String token) {
        SDJWT sdJwt = split(token);
        JsonNode payload = payload(sdJwt.getCredentialJwt());
        return new RecordToken(
                sdJwt.getCredentialJwt(), header(payload), payload, disclosed(payload, sdJwt.getDisclosures()));
    }

    private static SDJWT split(String token) {
        if (token.length() > LONGEST) {
            throw new MalformedToken("the token is longer than " + LONGEST + " characters");
        }
        try {
            SDJWT sdJwt = SDJWT.parse(token);
            if (sdJwt == null || sdJwt.getBindingJwt() != null) {
                throw new MalformedToken("a record's token has no key binding; it ends in ~");
            }
            return sdJwt;
        } catch (IllegalArgumentException e) {
            throw new MalformedToken("no SD-JWT: " + e.getMessage());
        }
    }

    private static JsonNode payload(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            throw new MalformedToken("the part before the first ~ is no JWT of three parts");
        }
        try {
            StrictJson.read(new Base64URL(parts[0]).decode());
            return StrictJson.read(new Base64URL(parts[1]).decode());
        } catch (MalformedJson e) {
            throw new MalformedToken("the JWT is not readable: " + e.getMessage());
        }
    }

    private static RecordHeader header(JsonNode payload) {
        JsonNode record = payload.path("record");
        try {
            return new RecordHeader(
                    RecordId.parse(text(record, "id").substring("urn:uuid:".length())),
                    RecordKind.ofLabel(text(record, "kind"))
                            .orElseThrow(() -> new MalformedToken("unknown kind of record")),
                    new Subject(text(payload.path("credentialSubject"), "id")),
                    text(payload, "issuer"),
                    record.path("version").intValue(),
                    optionalText(record, "previousSha256"),
                    Instant.ofEpochSecond(payload.path("iat").longValue()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new MalformedToken("no record in the payload: " + e.getMessage());
        }
    }

    private static String text(JsonNode object, String member) {
        return Objects.requireNonNullElseGet(optionalText(object, member), () -> {
            throw new MalformedToken("the payload has no " + member);
        });
    }

    private static @Nullable String optionalText(JsonNode object, String member) {
        JsonNode value = object.path(member);
        return value.isTextual() ? value.textValue() : null;
    }

    private static List<Disclosed> disclosed(JsonNode payload, List<Disclosure> disclosures) {
        Map<String, String> parents = new HashMap<>();
        collect(payload.path("credentialSubject"), "", parents);
        List<Disclosed> placed = new ArrayList<>();
        for (Disclosure disclosure : disclosures) {
            String parent = parents.remove(disclosure.digest());
            if (parent == null) {
                throw new MalformedToken("the disclosure of \"" + disclosure.getClaimName()
                        + "\" has no digest in the token, or comes twice");
            }
            placed.add(new Disclosed(parent + "/" + disclosure.getClaimName(), disclosure));
        }
        return placed;
    }

    /** Digest to the pointer of the object it stands in. */
    private static void collect(JsonNode object, String pointer, Map<String, String> parents) {
        for (JsonNode digest : object.path("_sd")) {
            if (parents.put(digest.asText(), pointer) != null) {
                throw new MalformedToken("the digest " + digest.asText() + " stands twice in the token");
            }
        }
        object.properties().forEach(member -> {
            if (member.getValue().isObject()) {
                collect(member.getValue(), pointer + "/" + member.getKey(), parents);
            }
        });
    }
}
