package dev.denchi.api.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The events that wait to be published. */
@Singleton
public class Outbox {
    /** Any number will do, as long as nothing else in this database uses it. */
    private static final long RELAY_LOCK = 0x64656e636869L;

    /** As values, not entities: nothing about them will change, and keeping track of that costs more than reading them. */
    private static final String OLDEST =
            "select position, id, type, aggregatetype, aggregateid, payload from passport.outbox_oldest(:most)";

    private final Mutiny.SessionFactory sessions;

    Outbox(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Hands the oldest events to {@code publish} and removes them when it has succeeded. One relay at a time: a second finds
     * nothing, so that the order per subject holds over all replicas.
     *
     * @return how many were published
     */
    public Uni<Integer> drain(int most, Function<List<PendingEvent>, Uni<Void>> publish) {
        return sessions.withTransaction((session, transaction) -> session.createNativeQuery(
                        "select pg_try_advisory_xact_lock(" + RELAY_LOCK + ")", Boolean.class)
                .getSingleResult()
                .flatMap(mine -> mine
                        ? drainLocked(session, most, publish)
                        : Uni.createFrom().item(0)));
    }

    private static Uni<Integer> drainLocked(
            Mutiny.Session session, int most, Function<List<PendingEvent>, Uni<Void>> publish) {
        return session.createNativeQuery(OLDEST, Object[].class)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream().map(Outbox::event).toList())
                .flatMap(events -> events.isEmpty()
                        ? Uni.createFrom().item(0)
                        : publish.apply(events).chain(() -> remove(session, events)));
    }

    private static PendingEvent event(Object[] row) {
        return new PendingEvent(
                (long) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4], (byte[]) row[5]);
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
