package dev.denchi.api.ouranos.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.supply.trader.Trader;
import dev.denchi.api.supply.trader.Traders;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Enrols operators at start, from a file of the provider of this service: partners find an operator by its corporate number, so that
 * nobody may choose one for himself. Of one that takes part already nothing changes.
 */
@Singleton
class ParticipantsFile {
    private final OuranosConfig config;
    private final Traders traders;

    ParticipantsFile(OuranosConfig config, Traders traders) {
        this.config = config;
        this.traders = traders;
    }

    /** When the operators themselves are there. */
    void atStart(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) throws Throwable {
        if (config.participantsFile().isPresent()) {
            for (JsonNode entry : read(config.participantsFile().get())) {
                VertxContextSupport.subscribeAndAwait(() -> traders.enrol(trader(entry)));
            }
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return StrictJson.read(Files.readAllBytes(file));
    }

    private static Trader trader(JsonNode entry) {
        String id = text(entry, "operatorId");
        return new Trader(
                new OperatorId(required(entry, "operator")),
                id == null ? UUID.randomUUID() : UUID.fromString(id),
                required(entry, "operatorName"),
                required(entry, "operatorAddress"),
                required(entry, "openOperatorId"),
                text(entry, "globalOperatorId"));
    }

    private static String required(JsonNode entry, String member) {
        String text = text(entry, member);
        if (text == null) {
            throw new IllegalArgumentException("an entry of the participants file has no " + member);
        }
        return text;
    }

    private static @Nullable String text(JsonNode entry, String member) {
        return entry.path(member).textValue();
    }
}
