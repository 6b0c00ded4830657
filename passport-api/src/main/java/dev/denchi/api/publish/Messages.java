package dev.denchi.api.publish;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.store.outbox.PendingEvent;
import dev.denchi.model.format.StrictJson;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.stream.Stream;

/** An event of the outbox as a CloudEvent (openapi/passport-events.yaml). */
final class Messages {
    private static final URI LIFECYCLE = URI.create("https://denchi.dev/schemas/lifecycle-event.json");
    private static final URI NOTIFICATION = URI.create("https://denchi.dev/schemas/notification-event.json");
    private static final URI NOTIFIER = URI.create("urn:denchi:trades");

    private Messages() {}

    static CloudEvent of(PendingEvent event) {
        JsonNode data = StrictJson.read(event.payload());
        return event.addressee() == null ? lifecycle(event, data) : notification(event, data);
    }

    private static CloudEvent lifecycle(PendingEvent event, JsonNode data) {
        return about(event)
                .withSource(source(data))
                .withTime(when(data))
                .withExtension(
                        "sequence", String.format("%010d", data.path("version").intValue()))
                .withData("application/json", LIFECYCLE, event.payload())
                .build();
    }

    /** Of what happened to a record later, that moment. */
    private static OffsetDateTime when(JsonNode data) {
        return Stream.of("revokedAt", "flaggedAt", "recordTime")
                .filter(data::has)
                .map(moment -> OffsetDateTime.parse(data.path(moment).asText()))
                .findFirst()
                .orElseThrow();
    }

    private static CloudEvent notification(PendingEvent event, JsonNode data) {
        return about(event)
                .withSource(NOTIFIER)
                .withTime(OffsetDateTime.parse(data.path("notifiedAt").asText()))
                .withData("application/json", NOTIFICATION, event.payload())
                .build();
    }

    private static CloudEventBuilder about(PendingEvent event) {
        return CloudEventBuilder.v1()
                .withId(event.id())
                .withType(event.type())
                .withSubject(event.subject())
                .withExtension("partitionkey", event.subject());
    }

    /** Whose record it is; of lots nobody is told that. */
    private static URI source(JsonNode data) {
        return URI.create(
                data.has("operator")
                        ? "urn:denchi:operator:" + data.path("operator").asText()
                        : "urn:denchi:lots");
    }
}
