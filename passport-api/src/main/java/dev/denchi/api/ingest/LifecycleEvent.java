package dev.denchi.api.ingest;

import dev.denchi.api.store.outbox.NewEvent;
import dev.denchi.api.store.record.Roles;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.passport.Battery;
import dev.denchi.model.passport.RecordContent;
import dev.denchi.model.passport.RecordKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The events that tell about a new version, or that one was revoked (openapi/passport-events.yaml): ids and hashes, never a restricted value,
 * nor who sent it. Of a supply chain it does not even tell whose records they are: who trades with whom is nobody else's business.
 */
public final class LifecycleEvent {

    private LifecycleEvent() {}

    static NewEvent of(RecordToken token, RecordContent content, Roles roles) {
        RecordHeader header = token.header();
        return new NewEvent(
                header.id() + "/" + header.version(),
                typeOf(header, content),
                subjectOf(header),
                StrictJson.write(data(token, content, roles)));
    }

    /** That a version was revoked; why is told where the record is read. */
    public static NewEvent revoked(StoredRecord record, Instant at) {
        RecordHeader header = record.token().header();
        RecordContent content = record.token().content();
        Map<String, Object> data = data(record.token(), content, record.roles());
        data.put("revokedAt", at.toString());
        return new NewEvent(
                header.id() + "/" + header.version() + "/revoked",
                about(header) + "revoked",
                subjectOf(header),
                StrictJson.write(data));
    }

    private static Map<String, Object> data(RecordToken token, RecordContent content, Roles roles) {
        RecordHeader header = token.header();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("recordId", header.id().toString());
        data.put("kind", header.kind().label());
        data.put("subject", subjectOf(header));
        data.put("version", header.version());
        data.put("sha256", token.sha256());
        if (header.previousSha256() != null) {
            data.put("previousSha256", header.previousSha256());
        }
        if (!header.kind().isOfSupplyChain()) {
            data.put("operator", roles.responsibleOperator().value());
        }
        data.put("serviceProvider", roles.serviceProvider());
        data.put("recordTime", header.issuedAt().toString());
        if (content instanceof Battery battery && battery.product() != null) {
            data.put("productIdentifier", battery.product().value());
        }
        return data;
    }

    private static String subjectOf(RecordHeader header) {
        return header.kind().isOfSupplyChain()
                ? "urn:denchi:record:" + header.id()
                : header.subject().value();
    }

    private static String typeOf(RecordHeader header, RecordContent content) {
        if (content instanceof Battery battery && battery.isMarkedForDeletion()) {
            return "dev.denchi.battery.v1.passport.markedForDeletion";
        }
        return about(header) + (header.version() == 1 ? "issued" : "superseded");
    }

    private static String about(RecordHeader header) {
        if (header.kind() == RecordKind.BATTERY) {
            return "dev.denchi.battery.v1.passport.";
        }
        return header.kind().isOfSupplyChain()
                ? "dev.denchi." + header.kind().label() + ".v1."
                : "dev.denchi.record.v1.";
    }
}
