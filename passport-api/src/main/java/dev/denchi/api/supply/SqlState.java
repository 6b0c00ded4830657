package dev.denchi.api.supply;

import io.vertx.pgclient.PgException;
import org.hibernate.JDBCException;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL says of a failure. */
final class SqlState {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DEADLOCK = "40P01";

    private SqlState() {}

    static boolean isDuplicate(Throwable failure) {
        return is(UNIQUE_VIOLATION, failure);
    }

    static boolean isDeadlock(Throwable failure) {
        return is(DEADLOCK, failure);
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
