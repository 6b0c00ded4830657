package dev.denchi.deploy.local.walk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The topic of lifecycle events, read from the moment it was opened. */
final class LifecycleTopic implements AutoCloseable {

    static final String NAME = "denchi.lifecycle";

    private final KafkaConsumer<String, String> consumer;
    private final List<Event> seen = new ArrayList<>();

    private LifecycleTopic(KafkaConsumer<String, String> consumer) {
        this.consumer = consumer;
    }

    /** A CloudEvent in binary mode: its attributes are headers. */
    record Event(String id, String type, String subject, String key, String contentType, String payload) {

        static Event of(ConsumerRecord<String, String> message) {
            return new Event(
                    header(message, "ce_id"),
                    header(message, "ce_type"),
                    header(message, "ce_subject"),
                    String.valueOf(message.key()),
                    header(message, "content-type"),
                    message.value());
        }

        private static String header(ConsumerRecord<String, String> message, String name) {
            Header header = message.headers().lastHeader(name);
            return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        }
    }

    static LifecycleTopic fromNowOn(String bootstrapServers) {
        StringDeserializer text = new StringDeserializer();
        var consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrapServers), text, text);
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // asks now; else the end would be that of the first poll
        return new LifecycleTopic(consumer);
    }

    /** On a fresh broker the question itself makes the topic, a moment after it was answered. */
    private static List<TopicPartition> partitions(KafkaConsumer<String, String> consumer) {
        List<PartitionInfo> found = consumer.partitionsFor(NAME);
        while (found.isEmpty()) {
            found = consumer.partitionsFor(NAME);
        }
        return found.stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    /** The events about a subject, as soon as there is one. */
    List<Event> about(String subject, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (ofSubject(subject).isEmpty() && System.nanoTime() < end) {
            poll(Duration.ofMillis(100));
        }
        return ofSubject(subject);
    }

    /** Looks once more, for what came twice. */
    List<Event> aboutAfter(String subject, Duration pause) {
        poll(pause);
        return ofSubject(subject);
    }

    private void poll(Duration patience) {
        consumer.poll(patience).forEach(message -> seen.add(Event.of(message)));
    }

    private List<Event> ofSubject(String subject) {
        return seen.stream().filter(event -> event.subject().equals(subject)).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
