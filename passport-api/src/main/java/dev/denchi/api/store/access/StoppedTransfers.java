package dev.denchi.api.store.access;

import dev.denchi.api.store.audit.AuditEntry;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.session.TenantSessions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** The dataspace transfers that were stopped. Asked at every pull, so that a stop holds at once, on every replica. */
@Singleton
public class StoppedTransfers {
    private final Mutiny.SessionFactory sessions;
    private final TenantSessions tenants;

    StoppedTransfers(Mutiny.SessionFactory sessions, TenantSessions tenants) {
        this.sessions = sessions;
        this.tenants = tenants;
    }

    /** @param by the connector; into the log of its operator goes what it said */
    public Uni<Void> stop(String transferId, String state, Instant at, Submitter by) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("transfer", transferId);
        what.put("state", state);
        return tenants.statelessOf(
                List.of(by.operator()),
                session -> session.upsert(new StoppedTransferRow(transferId, state, at))
                        .chain(() ->
                                session.insert(AuditEntry.setting(by.operator(), "transfer.stopped", by, at, what))));
    }

    /** Whether the transfer was stopped at {@code startedAt} or later. */
    public Uni<Boolean> isStoppedSince(String transferId, Instant startedAt) {
        return sessions.withSession(session -> session.find(StoppedTransferRow.class, transferId)
                .map(row -> row != null && !row.stoppedAt().isBefore(startedAt)));
    }
}
