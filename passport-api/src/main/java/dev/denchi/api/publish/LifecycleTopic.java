package dev.denchi.api.publish;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.store.PendingEvent;
import dev.denchi.model.format.StrictJson;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.kafka.CloudEventSerializer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The Kafka topic of life cycle events: CloudEvents 1.0 in binary mode, keyed by subject. */
@Singleton
class LifecycleTopic {
    private static final URI SCHEMA = URI.create("https://denchi.dev/schemas/lifecycle-event.json");
    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(5);

    private final PublishConfig config;
    private final KafkaProducer<String, CloudEvent> producer;

    LifecycleTopic(PublishConfig config, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.config = config;
        CloudEventSerializer serializer = new CloudEventSerializer();
        serializer.configure(Map.of(CloudEventSerializer.ENCODING_CONFIG, Encoding.BINARY), false);
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "denchi-relay",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        // what Kafka cannot take is tried again from the outbox, which forgets nothing
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        20_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        5_000),
                new StringSerializer(),
                serializer);
    }

    /** Completes when Kafka has acknowledged all of them. Blocks while Kafka is not to be reached: not for an event loop. */
    CompletionStage<Void> send(List<PendingEvent> events) {
        return CompletableFuture.allOf(events.stream().map(this::send).toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> send(PendingEvent event) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        var unused = producer.send(
                new ProducerRecord<>(config.topic(), event.subject(), cloudEvent(event)), (metadata, failure) -> {
                    if (failure == null) {
                        acknowledged.complete(null);
                    } else {
                        acknowledged.completeExceptionally(failure);
                    }
                });
        return acknowledged;
    }

    private static CloudEvent cloudEvent(PendingEvent event) {
        JsonNode data = StrictJson.read(event.payload());
        return CloudEventBuilder.v1()
                .withId(event.id())
                .withSource(source(data))
                .withType(event.type())
                .withTime(OffsetDateTime.parse(
                        data.path("revokedAt").asText(data.path("recordTime").asText())))
                .withSubject(event.subject())
                .withExtension("partitionkey", event.subject())
                .withExtension(
                        "sequence", String.format("%010d", data.path("version").intValue()))
                .withData("application/json", SCHEMA, event.payload())
                .build();
    }

    /** Whose record it is; of lots nobody is told that. */
    private static URI source(JsonNode data) {
        return URI.create(
                data.has("operator")
                        ? "urn:denchi:operator:" + data.path("operator").asText()
                        : "urn:denchi:lots");
    }

    @PreDestroy
    void close() {
        producer.close(TIME_TO_CLOSE);
    }
}
