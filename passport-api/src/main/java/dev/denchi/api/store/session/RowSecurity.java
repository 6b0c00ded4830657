package dev.denchi.api.store.session;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

/** Refuses to start as a database user to whom the policies of the tables do not apply: their owner, or a superuser. */
@Singleton
class RowSecurity {
    private static final String QUESTION = "select current_user, row_security_active('passport.record')";

    private final Pool pool;

    RowSecurity(Pool pool) {
        this.pool = pool;
    }

    /** Before anything of ours is written. */
    void check(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) throws Throwable {
        Row answer = VertxContextSupport.subscribeAndAwait(
                () -> pool.query(QUESTION).execute().map(rows -> rows.iterator().next()));
        if (!answer.getBoolean(1)) {
            throw new IllegalStateException(
                    "row-level security does not apply to the database user " + answer.getString(0)
                            + ": set quarkus.datasource.username to one that owns nothing, such as denchi_service, and the owner in quarkus.flyway.username");
        }
    }
}
