package dev.denchi.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic, that of life cycle events above all, read from its beginning as a consumer of another house would. */
final class LifecycleEvents {
    private static final String TOPIC = "denchi.lifecycle";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration LONG_ENOUGH_FOR_ONE_MORE = Duration.ofMillis(300);

    private LifecycleEvents() {}

    record Event(String key, int partition, Map<String, String> headers, JsonNode payload) {}

    /** The events of one subject; waits until there are so many, and a little longer for one too many. */
    static List<Event> of(String bootstrapServers, String subject, int count) {
        return on(TOPIC, bootstrapServers, subject, count);
    }

    /** As {@link #of}, of another topic. */
    static List<Event> on(String topic, String bootstrapServers, String subject, int count) {
        List<Event> events = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            long end = System.nanoTime() + LONGEST_WAIT.toNanos();
            List<TopicPartition> partitions = partitions(topic, consumer);
            while (partitions.isEmpty() && System.nanoTime() < end) { // a topic is made when something is told
                partitions = partitions(topic, consumer);
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (events.size() < count && System.nanoTime() < end) {
                take(consumer, subject, Duration.ofMillis(100), events);
            }
            take(consumer, subject, LONG_ENOUGH_FOR_ONE_MORE, events);
        }
        if (events.size() != count) {
            throw new AssertionError(count + " events of " + subject + " were expected, there are " + events);
        }
        return events;
    }

    private static List<TopicPartition> partitions(String topic, KafkaConsumer<?, ?> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static void take(
            KafkaConsumer<String, byte[]> consumer, String subject, Duration wait, List<Event> events) {
        consumer.poll(wait).forEach(message -> {
            if (subject.equals(message.key())) {
                events.add(event(message));
            }
        });
    }

    private static Event event(ConsumerRecord<String, byte[]> message) {
        Map<String, String> headers = new TreeMap<>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new Event(message.key(), message.partition(), headers, StrictJson.read(message.value()));
    }
}
