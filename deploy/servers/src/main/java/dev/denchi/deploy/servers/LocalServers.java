package dev.denchi.deploy.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** PostgreSQL and Kafka, started side by side and stopped in reverse; both run or neither does. */
public final class LocalServers implements AutoCloseable {

    private static final Map<String, String> POSTGRES_SETTINGS =
            Map.of("shared_buffers", "256MB", "max_wal_size", "2GB");

    private final HomeLock lock;
    private final LocalPostgres postgres;
    private final LocalKafka kafka;

    private LocalServers(HomeLock lock, LocalPostgres postgres, LocalKafka kafka) {
        this.lock = lock;
        this.postgres = postgres;
        this.kafka = kafka;
    }

    /** On any free ports, for tests. */
    public static LocalServers start(Path home) throws IOException {
        return start(home, 0, 0);
    }

    public static LocalServers start(Path home, int postgresPort, int kafkaPort) throws IOException {
        HomeLock lock = HomeLock.claim(home.resolve("servers"));
        var postgres = async(() -> LocalPostgres.start(home.resolve("postgres"), postgresPort, POSTGRES_SETTINGS));
        var kafka = async(() -> LocalKafka.start(home.resolve("kafka"), kafkaPort));
        try {
            return new LocalServers(lock, postgres.join(), kafka.join());
        } catch (CompletionException e) {
            closeIfStarted(postgres, e);
            closeIfStarted(kafka, e);
            closeAlso(lock, e);
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    public LocalPostgres postgres() {
        return postgres;
    }

    public LocalKafka kafka() {
        return kafka;
    }

    /**
     * What a Quarkus application needs to find both: it migrates as the owner and works as a user who owns nothing. It holds the
     * passwords, so it goes through the environment.
     */
    public Map<String, String> quarkusConfig() {
        return Map.of(
                "quarkus.datasource.jdbc.url", postgres.jdbcUrl(),
                "quarkus.datasource.reactive.url", postgres.reactiveUrl(),
                "quarkus.datasource.username", postgres.serviceUsername(),
                "quarkus.datasource.password", postgres.servicePassword(),
                "quarkus.flyway.username", postgres.username(),
                "quarkus.flyway.password", postgres.password(),
                "kafka.bootstrap.servers", kafka.bootstrapServers());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try (lock;
                postgres) {
            kafka.close();
        }
    }

    private static <T> CompletableFuture<T> async(Callable<T> start) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return start.call();
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                },
                LocalServers::inThreadOfItsOwn);
    }

    /** It has the class loader of who starts it, by which Kafka finds its classes; one of the JVM's pool has the application's. */
    private static void inThreadOfItsOwn(Runnable start) {
        new Thread(start, "starts a server").start();
    }

    private static void closeIfStarted(CompletableFuture<? extends AutoCloseable> server, Exception failure) {
        server.handle((started, itsOwnFailure) -> {
                    if (started != null) {
                        closeAlso(started, failure);
                    }
                    return failure;
                })
                .join();
    }

    private static void closeAlso(AutoCloseable started, Exception failure) {
        try {
            started.close();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }
}
