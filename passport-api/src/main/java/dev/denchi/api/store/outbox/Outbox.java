package dev.denchi.api.store.outbox;

import dev.denchi.api.store.session.OneReplica;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The events that wait to be published. What is asked again and again leaves Hibernate aside (docs/decisions:
 * hibernate-reactive-and-one-native-statement).
 */
@Singleton
public class Outbox {
    private static final String OLDEST =
            "select position, id, type, aggregatetype, aggregateid, payload, addressee from passport.%s($1)";
    private static final String PUBLISHED = "select passport.outbox_published($1)";

    private static final String NOTIFICATION = "notification";

    private final Pool pool;

    Outbox(Pool pool) {
        this.pool = pool;
    }

    /** Events that are carried one behind the other; no lane waits for another. */
    public enum Lane {
        /** For everybody. */
        LIFECYCLE("outbox_oldest", 0x64656e636869L),
        /** Each for one operator. */
        NOTIFICATIONS("notifications_oldest", 0x64656e63686aL);

        private final String oldest;
        private final long lock;

        /** @param lock any number will do, as long as nothing else in this database uses it */
        Lane(String oldest, long lock) {
            this.oldest = oldest;
            this.lock = lock;
        }
    }

    /** An event for one operator, and whose doing it tells of. */
    public record Addressed(NewEvent event, OperatorId from, OperatorId to) {}

    /** Into the transaction of what they tell of, which has declared whose doing that is. */
    public Uni<Void> append(Mutiny.Session session, List<Addressed> events) {
        return session.persistAll(events.stream()
                .map(event -> new OutboxRow(event.event(), NOTIFICATION, event.from(), event.to()))
                .toArray());
    }

    /**
     * Hands the oldest events of a lane to {@code publish} and removes them when it has succeeded. One relay at a time: a second finds
     * nothing, so that the order per subject holds over all replicas.
     *
     * @return how many were published
     */
    public Uni<Integer> drain(Lane lane, int most, Function<List<PendingEvent>, Uni<Void>> publish) {
        return OneReplica.works(pool, lane.lock, connection -> drainLocked(connection, lane, most, publish));
    }

    private static Uni<Integer> drainLocked(
            SqlConnection connection, Lane lane, int most, Function<List<PendingEvent>, Uni<Void>> publish) {
        return connection
                .preparedQuery(OLDEST.formatted(lane.oldest))
                .execute(Tuple.of(most))
                .map(Outbox::events)
                .flatMap(events -> events.isEmpty()
                        ? Uni.createFrom().item(0)
                        : publish.apply(events).chain(() -> remove(connection, events)));
    }

    private static List<PendingEvent> events(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(Outbox::event)
                .toList();
    }

    private static PendingEvent event(Row row) {
        return new PendingEvent(
                row.getLong("position"),
                row.getString("id"),
                row.getString("type"),
                row.getString("aggregatetype"),
                row.getString("aggregateid"),
                row.getBuffer("payload").getBytes(),
                row.getString("addressee"));
    }

    private static Uni<Integer> remove(SqlConnection connection, List<PendingEvent> events) {
        Long[] positions = events.stream().map(PendingEvent::position).toArray(Long[]::new);
        return connection
                .preparedQuery(PUBLISHED)
                .execute(Tuple.tuple().addArrayOfLong(positions))
                .map(rows -> Math.toIntExact(rows.iterator().next().getLong(0)));
    }
}
