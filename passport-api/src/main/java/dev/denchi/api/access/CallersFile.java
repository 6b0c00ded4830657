package dev.denchi.api.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.denchi.api.sign.Issuers;
import dev.denchi.api.store.operator.ApiKey;
import dev.denchi.api.store.operator.Directory;
import dev.denchi.api.store.operator.Operator;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Puts the operators and callers of the configured file into the database at start, and gets every operator's key ready.
 * Keys that an earlier file brought are gone afterwards, also when there is no file any more.
 */
@Singleton
final class CallersFile {
    private final AccessConfig config;
    private final Directory directory;
    private final Issuers issuers;
    private final Clock clock;

    CallersFile(AccessConfig config, Directory directory, Issuers issuers, Clock clock) {
        this.config = config;
        this.directory = directory;
        this.issuers = issuers;
        this.clock = clock;
    }

    void atStart(@Observes StartupEvent event) throws Throwable {
        JsonNode file = config.callersFile().isPresent()
                ? read(config.callersFile().get())
                : JsonNodeFactory.instance.objectNode();
        List<Operator> operators = each(file.path("operators"), CallersFile::operator);
        List<ApiKey> keys = each(file.path("callers"), this::caller);
        VertxContextSupport.subscribeAndAwait(() -> directory.replace(operators, keys));
        for (Operator operator : VertxContextSupport.subscribeAndAwait(directory::operators)) {
            issuers.prepare(operator);
        }
    }

    private static JsonNode read(Path path) throws IOException {
        return StrictJson.read(Files.readAllBytes(path));
    }

    private static Operator operator(JsonNode entry) {
        return new Operator(new OperatorId(text(entry, "id")), text(entry, "name"), text(entry, "economicOperatorId"));
    }

    private ApiKey caller(JsonNode entry) {
        Role role = Role.ofBearer(text(entry, "role"))
                .orElseThrow(() -> new IllegalArgumentException(
                        "a caller of the callers file has the unknown role " + text(entry, "role")));
        String keySha256 = text(entry, "keySha256");
        return new ApiKey(
                UUID.nameUUIDFromBytes(
                        keySha256.getBytes(StandardCharsets.US_ASCII)), // records name it: it stays over restarts
                keySha256,
                new OperatorId(text(entry, "operator")),
                text(entry, "name"),
                role.name(),
                entry.path("administrator").asBoolean(false),
                clock.instant(),
                null,
                null,
                null);
    }

    private static String text(JsonNode entry, String member) {
        if (!entry.path(member).isTextual()) {
            throw new IllegalArgumentException("an entry of the callers file has no " + member);
        }
        return entry.path(member).textValue();
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> read) {
        List<T> values = new ArrayList<>();
        array.forEach(entry -> values.add(read.apply(entry)));
        return values;
    }
}
