package dev.denchi.api.store.session;

import io.vertx.pgclient.PgException;
import java.util.Optional;
import org.hibernate.JDBCException;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL says of a failure, however deep it has it. */
public final class SqlState {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DEADLOCK = "40P01";

    private SqlState() {}

    public static boolean isDuplicate(Throwable failure) {
        return is(UNIQUE_VIOLATION, failure);
    }

    public static boolean isDeadlock(Throwable failure) {
        return is(DEADLOCK, failure);
    }

    /** Its own words, where it was asked without Hibernate or Hibernate passed them on. */
    public static Optional<PgException> postgres(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException postgres) {
                return Optional.of(postgres);
            }
        }
        return Optional.empty();
    }

    private static boolean is(String state, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (state.equals(of(cause))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String of(Throwable cause) {
        if (cause instanceof PgException postgres) {
            return postgres.getSqlState();
        }
        return cause instanceof JDBCException hibernate ? hibernate.getSQLState() : null;
    }
}
