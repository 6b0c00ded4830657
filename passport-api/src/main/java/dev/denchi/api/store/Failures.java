package dev.denchi.api.store;

import io.vertx.pgclient.PgException;
import java.util.Optional;

/** What PostgreSQL said, however deep a failure has it. */
final class Failures {
    private Failures() {}

    static Optional<PgException> postgres(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException postgres) {
                return Optional.of(postgres);
            }
        }
        return Optional.empty();
    }
}
