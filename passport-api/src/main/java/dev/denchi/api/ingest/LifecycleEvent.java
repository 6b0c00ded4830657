package dev.denchi.api.ingest;

import dev.denchi.api.store.NewRecord.NewEvent;
import dev.denchi.api.store.Roles;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.passport.Battery;
import dev.denchi.model.passport.RecordContent;
import dev.denchi.model.passport.RecordKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** The event that tells about a new version (openapi/passport-events.yaml): ids and hashes, never a restricted value, nor who sent it. */
final class LifecycleEvent {

    private LifecycleEvent() {}

    static NewEvent of(RecordToken token, RecordContent content, Roles roles) {
        RecordHeader header = token.header();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("recordId", header.id().toString());
        data.put("kind", header.kind().label());
        data.put("subject", header.subject().value());
        data.put("version", header.version());
        data.put("sha256", token.sha256());
        if (header.previousSha256() != null) {
            data.put("previousSha256", header.previousSha256());
        }
        data.put("operator", roles.responsibleOperator().value());
        data.put("serviceProvider", roles.serviceProvider());
        data.put("recordTime", header.issuedAt().toString());
        if (content instanceof Battery battery && battery.product() != null) {
            data.put("productIdentifier", battery.product().value());
        }
        return new NewEvent(header.id() + "/" + header.version(), typeOf(header, content), StrictJson.write(data));
    }

    private static String typeOf(RecordHeader header, RecordContent content) {
        if (content instanceof Battery battery && battery.isMarkedForDeletion()) {
            return "dev.denchi.battery.v1.passport.markedForDeletion";
        }
        String subject =
                header.kind() == RecordKind.BATTERY ? "dev.denchi.battery.v1.passport." : "dev.denchi.record.v1.";
        return subject + (header.version() == 1 ? "issued" : "superseded");
    }
}
