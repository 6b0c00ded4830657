package dev.denchi.api.store.record;

import dev.denchi.model.passport.Subject;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Listens for changes of current versions, on one connection of the pool.
 *
 * <p>PostgreSQL tells a change after its commit, and in order with its answers on the same connection: an answer to a question
 * asked at some time proves that all that was committed before has been heard. The question is repeated; when no answer comes,
 * the news is not trusted any more, whatever has become of the connection.
 */
@Singleton
public class HeadNews {
    private static final Logger LOG = Logger.getLogger(HeadNews.class);
    private static final Duration TRUSTED = Duration.ofSeconds(3);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final Pool pool;
    private final Vertx vertx;
    private volatile Listener listener = subject -> {};
    private volatile long trustedUntil = System.nanoTime();
    private volatile boolean stopping;

    /** Who keeps current versions. */
    interface Listener {
        /** The subject has another current version; {@code null}: any subject may have. */
        void changed(@Nullable Subject subject);
    }

    HeadNews(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        connect();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    void tell(Listener told) {
        listener = told;
    }

    /** Whether all that was committed {@link #TRUSTED} ago has been told. */
    boolean isCurrent() {
        return System.nanoTime() - trustedUntil < 0;
    }

    /** What this replica has committed itself is known before PostgreSQL tells it: whoever wrote it reads it. */
    public void changedHere(Subject subject) {
        listener.changed(subject);
    }

    private void connect() {
        pool.getDelegate()
                .getConnection()
                .onSuccess(taken -> listen(PgConnection.cast(taken)))
                .onFailure(this::lost);
    }

    private void listen(PgConnection connection) {
        connection.notificationHandler(news -> listener.changed(new Subject(news.getPayload())));
        connection.closeHandler(closed -> lost(new IllegalStateException("the connection was closed")));
        connection
                .query("listen denchi_head")
                .execute()
                .onSuccess(listening -> {
                    listener.changed(null); // what happened before was heard by nobody
                    beat(connection);
                })
                .onFailure(failure -> connection.close());
    }

    private void beat(PgConnection connection) {
        long asked = System.nanoTime();
        connection.query("select 1").execute().onSuccess(answer -> {
            trustedUntil = asked + TRUSTED.toNanos();
            vertx.setTimer(BEAT.toMillis(), timer -> beat(connection));
        });
    }

    private void lost(Throwable failure) {
        trustedUntil = System.nanoTime();
        if (!stopping) {
            LOG.warnf("current versions are read from the database until its news is heard again: %s", failure);
            vertx.setTimer(BEAT.toMillis(), timer -> connect());
        }
    }
}
