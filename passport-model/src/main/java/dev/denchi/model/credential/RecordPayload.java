package dev.denchi.model.credential;

import dev.denchi.model.format.CompactJson;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.status.StatusEntry;
import java.util.List;
import java.util.Map;

/** Writes what is signed of a record; {@link RecordClaims} reads it. */
final class RecordPayload {
    private RecordPayload() {}

    /** @param subject digests in the place of the attributes */
    static void write(RecordHeader header, Claims subject, Digests digests, CompactJson json) {
        String id = "urn:uuid:" + header.id();
        json.beginObject();
        texts("@context", RecordSigner.CONTEXT, json);
        json.name("id").text(id + "#" + header.version());
        texts("type", List.of("VerifiableCredential", header.kind().credentialType()), json);
        json.name("issuer").text(header.issuer());
        json.name("validFrom").text(header.issuedAt().toString());
        json.name("iat").number(header.issuedAt().getEpochSecond());
        json.name("credentialSchema").beginObject();
        json.name("id").text(RecordSchemas.schemaOf(header.kind()));
        json.name("type").text("JsonSchema").endObject();
        status(header.status(), json);
        record(header, id, json);
        json.name(subject.name()).beginObject();
        json.name("id").text(header.subject().value());
        members(subject, digests, json);
        json.endObject();
        json.name("_sd_alg").text("sha-256").endObject();
    }

    private static void status(List<StatusEntry> entries, CompactJson json) {
        if (entries.isEmpty()) {
            return;
        }
        json.name("credentialStatus").beginArray();
        for (StatusEntry entry : entries) {
            json.beginObject();
            for (Map.Entry<String, String> member : entry.json().entrySet()) {
                json.name(member.getKey()).text(member.getValue());
            }
            json.endObject();
        }
        json.endArray();
    }

    private static void record(RecordHeader header, String id, CompactJson json) {
        json.name("record").beginObject();
        json.name("id").text(id);
        json.name("kind").text(header.kind().label());
        json.name("version").number(header.version());
        if (header.previousSha256() != null) {
            json.name("previousSha256").text(header.previousSha256());
        }
        json.endObject();
    }

    private static void members(Claims object, Digests digests, CompactJson json) {
        for (Claims group : object.groups()) {
            json.name(group.name()).beginObject();
            members(group, digests, json);
            json.endObject();
        }
        if (object.hidden() > 0) {
            digests.write(object.numbers(), json.name("_sd"));
        }
    }

    private static void texts(String name, List<String> texts, CompactJson json) {
        json.name(name).beginArray();
        texts.forEach(json::text);
        json.endArray();
    }
}
