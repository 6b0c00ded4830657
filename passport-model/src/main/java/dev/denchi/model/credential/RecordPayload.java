package dev.denchi.model.credential;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.status.StatusEntry;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes what is signed of a record; {@link RecordClaims} reads it. */
final class RecordPayload {
    private RecordPayload() {}

    /** @param claims digests in the place of the attributes */
    static void write(RecordHeader header, Map<String, Object> claims, JsonGenerator json) throws IOException {
        String id = "urn:uuid:" + header.id();
        json.writeStartObject();
        texts("@context", RecordSigner.CONTEXT, json);
        json.writeStringField("id", id + "#" + header.version());
        texts("type", List.of("VerifiableCredential", header.kind().credentialType()), json);
        json.writeStringField("issuer", header.issuer());
        json.writeStringField("validFrom", header.issuedAt().toString());
        json.writeNumberField("iat", header.issuedAt().getEpochSecond());
        json.writeObjectFieldStart("credentialSchema");
        json.writeStringField("id", RecordSchemas.schemaOf(header.kind()));
        json.writeStringField("type", "JsonSchema");
        json.writeEndObject();
        if (!header.status().isEmpty()) {
            json.writeArrayFieldStart("credentialStatus");
            for (StatusEntry entry : header.status()) {
                object(entry.json(), json);
            }
            json.writeEndArray();
        }
        record(header, id, json);
        json.writeObjectFieldStart("credentialSubject");
        json.writeStringField("id", header.subject().value());
        members(claims, json);
        json.writeEndObject();
        json.writeStringField("_sd_alg", "sha-256");
        json.writeEndObject();
    }

    private static void record(RecordHeader header, String id, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("record");
        json.writeStringField("id", id);
        json.writeStringField("kind", header.kind().label());
        json.writeNumberField("version", header.version());
        if (header.previousSha256() != null) {
            json.writeStringField("previousSha256", header.previousSha256());
        }
        json.writeEndObject();
    }

    private static void object(Map<?, ?> object, JsonGenerator json) throws IOException {
        json.writeStartObject();
        members(object, json);
        json.writeEndObject();
    }

    /** Texts, lists of texts, and objects of them. */
    private static void members(Map<?, ?> object, JsonGenerator json) throws IOException {
        for (Map.Entry<?, ?> member : object.entrySet()) {
            String name = (String) member.getKey();
            if (member.getValue() instanceof Map<?, ?> inner) {
                json.writeFieldName(name);
                object(inner, json);
            } else if (member.getValue() instanceof List<?> list) {
                texts(name, list, json);
            } else {
                json.writeStringField(name, (String) member.getValue());
            }
        }
    }

    private static void texts(String name, List<?> texts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (Object text : texts) {
            json.writeString((String) text);
        }
        json.writeEndArray();
    }
}
