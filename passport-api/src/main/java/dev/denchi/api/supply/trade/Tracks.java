package dev.denchi.api.supply.trade;

import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.api.supply.SupplyConfig;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What became of the writes of an operator, for a while. Nothing is done later than it is answered, so that each is done or refused. */
@Singleton
public class Tracks {
    private final TenantSessions tenants;
    private final Clock clock;
    private final Duration knownFor;

    Tracks(TenantSessions tenants, Clock clock, SupplyConfig config) {
        this.tenants = tenants;
        this.clock = clock;
        this.knownFor = config.tracksKnownFor();
    }

    /**
     * A write that was settled.
     *
     * @param id {@code X-Track} of its answer
     * @param acceptedAt when it came in
     * @param succeeded whether it is kept; otherwise it was refused, and nothing was
     */
    public record Track(UUID id, Instant acceptedAt, boolean succeeded) {}

    /** Keeps it, and forgets those of the operator that are too old. */
    public Uni<Void> keep(OperatorId operator, Track track) {
        return tenants.of(
                operator,
                session -> session.persist(new TrackRow(operator.value(), track))
                        .chain(() -> session.createMutationQuery(
                                        "delete from TrackRow where operatorId = :operator and acceptedAt < :limit")
                                .setParameter("operator", operator.value())
                                .setParameter("limit", oldest())
                                .executeUpdate())
                        .replaceWithVoid());
    }

    /** Those that are known: one of another operator, or too old, or never settled, is as unknown as one that never was. */
    public Uni<List<Track>> of(OperatorId operator, Collection<UUID> ids) {
        return tenants.of(
                operator,
                session -> session.createSelectionQuery(
                                "from TrackRow where operatorId = :operator and trackId in :ids and acceptedAt >= :limit",
                                TrackRow.class)
                        .setParameter("operator", operator.value())
                        .setParameter("ids", ids)
                        .setParameter("limit", oldest())
                        .getResultList()
                        .map(rows -> rows.stream().map(TrackRow::toDomain).toList()));
    }

    private Instant oldest() {
        return clock.instant().minus(knownFor);
    }
}
