package dev.denchi.api.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/** The dataspace transfers that were stopped. Asked at every pull, so that a stop holds at once, on every replica. */
@Singleton
public class StoppedTransfers {
    private final Mutiny.SessionFactory sessions;

    StoppedTransfers(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    public Uni<Void> stop(String transferId, String state, Instant at) {
        return sessions.withStatelessTransaction(
                session -> session.upsert(new StoppedTransferRow(transferId, state, at)));
    }

    /** Whether the transfer was stopped at {@code startedAt} or later. */
    public Uni<Boolean> isStoppedSince(String transferId, Instant startedAt) {
        return sessions.withSession(session -> session.find(StoppedTransferRow.class, transferId)
                .map(row -> row != null && !row.stoppedAt().isBefore(startedAt)));
    }
}
