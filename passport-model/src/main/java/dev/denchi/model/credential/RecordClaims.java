package dev.denchi.model.credential;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Subject;
import dev.denchi.model.status.StatusEntry;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a record that every reader sees, each with the one value it may have. A member that is not known is refused: it could
 * change what the record says without being looked at.
 */
final class RecordClaims {
    private static final String UUID_URN = "urn:uuid:";
    private static final Set<String> MEMBERS = Set.of(
            "@context",
            "id",
            "type",
            "issuer",
            "validFrom",
            "iat",
            "credentialSchema",
            "credentialStatus",
            "record",
            "credentialSubject",
            "_sd_alg");
    private static final Set<String> RECORD_MEMBERS = Set.of("id", "kind", "version", "previousSha256");

    private RecordClaims() {}

    static RecordHeader read(JsonNode payload) {
        try {
            RecordHeader header = header(payload);
            known("the payload", payload, MEMBERS);
            known("record", payload.path("record"), RECORD_MEMBERS);
            agree(payload, header);
            nothingInTheClear(payload.path("credentialSubject"), true);
            return header;
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new MalformedToken("no record in the payload: " + e.getMessage());
        }
    }

    private static RecordHeader header(JsonNode payload) {
        JsonNode record = payload.path("record");
        String id = text(record, "id");
        return new RecordHeader(
                RecordId.parse(id.startsWith(UUID_URN) ? id.substring(UUID_URN.length()) : id),
                RecordKind.ofLabel(text(record, "kind"))
                        .orElseThrow(() -> new IllegalArgumentException("unknown kind of record")),
                new Subject(text(payload.path("credentialSubject"), "id")),
                text(payload, "issuer"),
                Math.toIntExact(whole(record, "version")),
                optionalText(record, "previousSha256"),
                Instant.ofEpochSecond(whole(payload, "iat")),
                StatusEntry.read(payload.path("credentialStatus")));
    }

    /** What is said twice is the same both times; two readers would otherwise believe two things. */
    private static void agree(JsonNode payload, RecordHeader header) {
        expect("@context", RecordSigner.CONTEXT.equals(texts(payload.path("@context"))));
        expect(
                "type",
                List.of("VerifiableCredential", header.kind().credentialType()).equals(texts(payload.path("type"))));
        expect("record.id", text(payload.path("record"), "id").equals(UUID_URN + header.id()));
        expect("id", text(payload, "id").equals(UUID_URN + header.id() + "#" + header.version()));
        expect("validFrom", Instant.parse(text(payload, "validFrom")).equals(header.issuedAt()));
        JsonNode schema = payload.path("credentialSchema");
        expect("credentialSchema", text(schema, "id").equals(RecordSchemas.schemaOf(header.kind())));
        expect("credentialSchema", text(schema, "type").equals("JsonSchema") && schema.size() == 2);
        String previous = header.previousSha256();
        expect("previousSha256", (header.version() == 1) == (previous == null));
        expect("previousSha256", previous == null || previous.matches("[0-9a-f]{64}"));
    }

    private static void expect(String claim, boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException(claim + " does not agree with what else the record says of itself");
        }
    }

    /** The subject has its id and digests; an attribute in the clear would pass every check unseen. */
    private static void nothingInTheClear(JsonNode object, boolean isSubject) {
        object.properties().forEach(member -> {
            boolean isId = isSubject && member.getKey().equals("id");
            boolean isDigests =
                    member.getKey().equals("_sd") && member.getValue().isArray();
            if (member.getValue().isObject()) {
                nothingInTheClear(member.getValue(), false);
            } else if (!isId && !isDigests) {
                throw new IllegalArgumentException("credentialSubject says \"" + member.getKey() + "\" in the clear");
            }
        });
    }

    private static void known(String what, JsonNode object, Set<String> members) {
        object.fieldNames().forEachRemaining(member -> {
            if (!members.contains(member)) {
                throw new IllegalArgumentException(what + " has \"" + member + "\", which is not known");
            }
        });
    }

    private static long whole(JsonNode object, String member) {
        JsonNode value = object.path(member);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 1) {
            throw new IllegalArgumentException("there is no " + member + " that is a whole number above 0");
        }
        return value.longValue();
    }

    private static String text(JsonNode object, String member) {
        String value = optionalText(object, member);
        if (value == null) {
            throw new IllegalArgumentException("there is no " + member + " that is a text");
        }
        return value;
    }

    private static @Nullable String optionalText(JsonNode object, String member) {
        JsonNode value = object.path(member);
        if (!value.isMissingNode() && !value.isTextual()) {
            throw new IllegalArgumentException(member + " is no text");
        }
        return value.textValue();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.isTextual() ? each.textValue() : ""));
        return texts;
    }
}
