package dev.denchi.model.credential;

import com.authlete.sd.Disclosure;
import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Subject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes a token apart and finds the place of each disclosure by its digest. */
final class TokenReader {
    private static final int LONGEST = 4 * 1024 * 1024;
    private static final String UUID_URN = "urn:uuid:";

    private TokenReader() {}

    static RecordToken read(String token) {
        if (token.length() > LONGEST) {
            throw new MalformedToken("the token is longer than " + LONGEST + " characters");
        }
        if (!token.endsWith("~")) {
            throw new MalformedToken("a record's token has no key binding; it ends in ~");
        }
        List<String> parts =
                Arrays.asList(token.substring(0, token.length() - 1).split("~", -1));
        JsonNode payload = payload(parts.get(0));
        List<Disclosure> disclosures =
                parts.stream().skip(1).map(TokenReader::disclosure).toList();
        return new RecordToken(parts.get(0), header(payload), disclosed(payload, disclosures));
    }

    private static JsonNode payload(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            throw new MalformedToken("the part before the first ~ is no JWT of three parts");
        }
        json("the JWT's header", parts[0]);
        decoded("the JWT's signature", parts[2]);
        JsonNode payload = json("the JWT's payload", parts[1]);
        if (!payload.path("_sd_alg").asText().equals("sha-256")) {
            throw new MalformedToken("the digests are not said to be sha-256");
        }
        return payload;
    }

    private static Disclosure disclosure(String part) {
        JsonNode parts = json("a disclosure", part);
        if (parts.size() != 3 || !parts.path(0).isTextual() || !parts.path(1).isTextual()) {
            throw new MalformedToken("a disclosure is not of the form [salt, name, value]");
        }
        try {
            return Disclosure.parse(part);
        } catch (IllegalArgumentException e) {
            throw new MalformedToken("no disclosure: " + e.getMessage());
        }
    }

    private static JsonNode json(String what, String part) {
        try {
            return StrictJson.read(decoded(what, part));
        } catch (MalformedJson e) {
            throw new MalformedToken(what + " is not readable: " + e.getMessage());
        }
    }

    /** One text for one sequence of bytes: what a lenient decoder skips would be a second token with the same signature. */
    private static byte[] decoded(String what, String part) {
        try {
            return Base64Url.decode(part);
        } catch (IllegalArgumentException e) {
            throw new MalformedToken(what + " is not base64url without padding (RFC 7515, 2)");
        }
    }

    private static RecordHeader header(JsonNode payload) {
        JsonNode record = payload.path("record");
        String id = text(record, "id");
        try {
            return new RecordHeader(
                    RecordId.parse(id.startsWith(UUID_URN) ? id.substring(UUID_URN.length()) : id),
                    RecordKind.ofLabel(text(record, "kind"))
                            .orElseThrow(() -> new MalformedToken("unknown kind of record")),
                    new Subject(text(payload.path("credentialSubject"), "id")),
                    text(payload, "issuer"),
                    Math.toIntExact(whole(record, "version")),
                    optionalText(record, "previousSha256"),
                    Instant.ofEpochSecond(whole(payload, "iat")));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new MalformedToken("no record in the payload: " + e.getMessage());
        }
    }

    private static long whole(JsonNode object, String member) {
        JsonNode value = object.path(member);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 1) {
            throw new MalformedToken("the payload has no " + member + " that is a whole number above 0");
        }
        return value.longValue();
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
        JsonNode subject = payload.path("credentialSubject");
        Map<String, String> parents = new HashMap<>();
        collect(subject, "", parents);
        List<Disclosed> placed = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Disclosure disclosure : disclosures) {
            String parent = parents.remove(disclosure.digest());
            if (parent == null) {
                throw new MalformedToken("the disclosure of \"" + disclosure.getClaimName()
                        + "\" has no digest in the token, or comes twice");
            }
            String pointer = member(parent, disclosure.getClaimName());
            if (!subject.at(pointer).isMissingNode() || !taken.add(pointer)) {
                throw new MalformedToken("the token says " + pointer + " twice");
            }
            placed.add(new Disclosed(pointer, disclosure));
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
        object.properties().forEach(group -> {
            if (group.getValue().isObject()) {
                collect(group.getValue(), member(pointer, group.getKey()), parents);
            }
        });
    }

    /** No attribute has such a name; with it a pointer would name two places. */
    private static String member(String pointer, String name) {
        if (name.contains("/") || name.contains("~")) {
            throw new MalformedToken("\"" + name + "\" is no name of an attribute");
        }
        return pointer + "/" + name;
    }
}
