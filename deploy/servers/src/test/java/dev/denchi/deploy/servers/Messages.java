package dev.denchi.deploy.servers;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of plain text. */
record Messages(String bootstrapServers) {

    private static final TopicPartition TOPIC = new TopicPartition("notes", 0);

    static Messages at(LocalKafka kafka) {
        return new Messages(kafka.bootstrapServers());
    }

    void send(String text) throws Exception {
        var serializer = new StringSerializer();
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (var producer = new KafkaProducer<>(config, serializer, serializer)) {
            producer.send(new ProducerRecord<String, String>(TOPIC.topic(), TOPIC.partition(), null, text))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    /** Everything in the topic from its beginning. */
    List<String> all() {
        var deserializer = new StringDeserializer();
        try (var consumer =
                new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrapServers), deserializer, deserializer)) {
            consumer.assign(List.of(TOPIC));
            consumer.seekToBeginning(List.of(TOPIC));
            long end = requireNonNull(consumer.endOffsets(List.of(TOPIC)).get(TOPIC));
            List<String> texts = new ArrayList<>();
            while (consumer.position(TOPIC) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> texts.add(message.value()));
            }
            return texts;
        }
    }
}
