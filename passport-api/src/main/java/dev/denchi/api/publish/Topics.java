package dev.denchi.api.publish;

import dev.denchi.api.store.outbox.PendingEvent;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.kafka.CloudEventSerializer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends events to Kafka: CloudEvents 1.0 in binary mode, keyed by subject. What is for one operator goes to a topic of its own. */
@Singleton
class Topics {
    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(5);

    private final PublishConfig config;
    private final NotificationTopics notificationTopics;
    private final KafkaProducer<String, CloudEvent> producer;

    Topics(
            PublishConfig config,
            NotificationTopics notificationTopics,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.config = config;
        this.notificationTopics = notificationTopics;
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
        notificationTopics.require(events.stream()
                .filter(event -> event.addressee() != null)
                .map(this::topic)
                .collect(Collectors.toSet()));
        return CompletableFuture.allOf(events.stream().map(this::send).toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> send(PendingEvent event) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        var unused = producer.send(
                new ProducerRecord<>(topic(event), event.subject(), Messages.of(event)), (metadata, failure) -> {
                    if (failure == null) {
                        acknowledged.complete(null);
                    } else {
                        acknowledged.completeExceptionally(failure);
                    }
                });
        return acknowledged;
    }

    private String topic(PendingEvent event) {
        return event.addressee() == null ? config.topic() : config.notifications() + event.addressee();
    }

    @PreDestroy
    void close() {
        producer.close(TIME_TO_CLOSE);
    }
}
