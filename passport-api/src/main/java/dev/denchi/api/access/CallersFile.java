package dev.denchi.api.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.sign.Issuers;
import dev.denchi.api.store.Directory;
import dev.denchi.api.store.KnownCaller;
import dev.denchi.api.store.Operator;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts the operators and callers of the configured file into the database at start, and gets every operator's key ready. */
@Singleton
final class CallersFile {
    private final AccessConfig config;
    private final Directory directory;
    private final Issuers issuers;

    CallersFile(AccessConfig config, Directory directory, Issuers issuers) {
        this.config = config;
        this.directory = directory;
        this.issuers = issuers;
    }

    void atStart(@Observes StartupEvent event) throws Throwable {
        if (config.callersFile().isPresent()) {
            load(config.callersFile().get());
        }
        for (Operator operator : VertxContextSupport.subscribeAndAwait(directory::operators)) {
            issuers.prepare(operator);
        }
    }

    private void load(Path path) throws Throwable {
        JsonNode file = read(path);
        List<Operator> operators = each(file.path("operators"), CallersFile::operator);
        List<KnownCaller> callers = each(file.path("callers"), CallersFile::caller);
        VertxContextSupport.subscribeAndAwait(() -> directory.replace(operators, callers));
    }

    private static JsonNode read(Path path) throws IOException {
        return StrictJson.read(Files.readAllBytes(path));
    }

    private static Operator operator(JsonNode entry) {
        return new Operator(new OperatorId(text(entry, "id")), text(entry, "name"), text(entry, "economicOperatorId"));
    }

    private static KnownCaller caller(JsonNode entry) {
        Role role = Role.valueOf(text(entry, "role"));
        @Nullable String operator = entry.hasNonNull("operator") ? text(entry, "operator") : null;
        return new KnownCaller(text(entry, "keySha256"), text(entry, "name"), operator, role.name());
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
