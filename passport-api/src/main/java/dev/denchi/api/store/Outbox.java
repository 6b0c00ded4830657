package dev.denchi.api.store;

import dev.denchi.api.store.NewRecord.NewEvent;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The events that wait to be published. */
@Singleton
public class Outbox {
    /** As values, not entities: nothing about them will change, and keeping track of that costs more than reading them. */
    private static final String OLDEST =
            "select position, id, type, aggregatetype, aggregateid, payload, addressee from passport.";

    private static final String NOTIFICATION = "notification";

    private final Mutiny.SessionFactory sessions;

    Outbox(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
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
        return sessions.withTransaction((session, transaction) -> session.createNativeQuery(
                        "select pg_try_advisory_xact_lock(" + lane.lock + ")", Boolean.class)
                .getSingleResult()
                .flatMap(mine -> mine
                        ? drainLocked(session, lane, most, publish)
                        : Uni.createFrom().item(0)));
    }

    private static Uni<Integer> drainLocked(
            Mutiny.Session session, Lane lane, int most, Function<List<PendingEvent>, Uni<Void>> publish) {
        return session.createNativeQuery(OLDEST + lane.oldest + "(:most)", Object[].class)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream().map(Outbox::event).toList())
                .flatMap(events -> events.isEmpty()
                        ? Uni.createFrom().item(0)
                        : publish.apply(events).chain(() -> remove(session, events)));
    }

    private static PendingEvent event(Object[] row) {
        return new PendingEvent(
                (long) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (byte[]) row[5],
                (String) row[6]);
    }

    /** By an array: a list of a few hundred parameters would be another statement for every length. */
    private static Uni<Integer> remove(Mutiny.Session session, List<PendingEvent> events) {
        Long[] positions = events.stream().map(PendingEvent::position).toArray(Long[]::new);
        return session.createNativeQuery("select passport.outbox_published(:positions)", Long.class)
                .setParameter("positions", positions)
                .getSingleResult()
                .map(Long::intValue);
    }
}
