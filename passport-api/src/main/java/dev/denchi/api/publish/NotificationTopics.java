package dev.denchi.api.publish;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The topics of notifications: one for each operator, so that Kafka itself keeps one's trades from all others. One that is not there is
 * made when something is to be told, with the partitions and replicas that the cluster gives.
 */
@Singleton
class NotificationTopics {
    private static final int MILLISECONDS_TO_ANSWER = 10_000;
    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(5);

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Admin admin;

    NotificationTopics(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG,
                "denchi-topics",
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                MILLISECONDS_TO_ANSWER,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                MILLISECONDS_TO_ANSWER));
    }

    /** Blocks while Kafka is not to be reached. */
    void require(Set<String> topics) {
        List<NewTopic> unknown = topics.stream()
                .filter(topic -> !known.contains(topic))
                .map(topic -> new NewTopic(topic, Optional.empty(), Optional.empty()))
                .toList();
        if (!unknown.isEmpty()) {
            admin.createTopics(unknown).values().values().forEach(NotificationTopics::await);
            known.addAll(topics);
        }
    }

    private static void await(KafkaFuture<Void> made) {
        try {
            made.get();
        } catch (ExecutionException e) {
            // a service that may not make topics sends to those that were made for it
            if (!(e.getCause() instanceof TopicExistsException || e.getCause() instanceof AuthorizationException)) {
                throw new IllegalStateException("a topic of notifications could not be made", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void close() {
        admin.close(TIME_TO_CLOSE);
    }
}
