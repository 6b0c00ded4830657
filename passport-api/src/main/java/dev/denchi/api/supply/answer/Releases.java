package dev.denchi.api.supply.answer;

import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.SupplyConfig;
import dev.denchi.api.supply.chain.Chain;
import dev.denchi.api.supply.chain.ReleaseRow;
import dev.denchi.api.supply.tree.OwnParts;
import dev.denchi.model.cfp.Release;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.TraceId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;

/** What operators let single customers know of their parts, where they decided so themselves. */
@Singleton
public class Releases {
    private final TenantSessions tenants;
    private final Chain chain;
    private final Clock clock;
    private final Release otherwise;

    Releases(TenantSessions tenants, Chain chain, Clock clock, SupplyConfig config) {
        this.tenants = tenants;
        this.chain = chain;
        this.clock = clock;
        this.otherwise = config.undecided();
    }

    /** To one customer. */
    public record Decided(OperatorId to, Release release) {}

    /** All that was decided of a part. Fails with {@link Refused} when it is not the operator's. */
    public Uni<List<Decided>> of(OperatorId operator, TraceId trace) {
        return tenants.of(
                operator,
                session -> OwnParts.find(session, operator, trace)
                        .chain(part -> session.createSelectionQuery(
                                        "from ReleaseRow where key.traceId = :trace order by decidedAt",
                                        ReleaseRow.class)
                                .setParameter("trace", trace.value())
                                .getResultList()
                                .map(rows ->
                                        rows.stream().map(Releases::decided).toList())));
    }

    /**
     * Decides what a customer may know from now on, at once: what was told is taken back, or told.
     *
     * @param change from what holds until now
     * @return what holds; fails with {@link Refused} when the part is not the operator's
     */
    public Uni<Release> decide(OperatorId operator, TraceId trace, OperatorId to, UnaryOperator<Release> change) {
        ReleaseRow.Key key = new ReleaseRow.Key(trace.value(), to.value());
        return chain.change(
                operator,
                List.of(trace),
                session -> OwnParts.find(session, operator, trace)
                        .chain(part -> session.find(ReleaseRow.class, key))
                        .map(row -> row == null ? new ReleaseRow(key, operator.value(), otherwise) : row)
                        .invoke(row -> row.decide(change.apply(row.toDomain()), clock.instant()))
                        .call(session::persist)
                        .map(ReleaseRow::toDomain));
    }

    private static Decided decided(ReleaseRow row) {
        return new Decided(row.to(), row.toDomain());
    }
}
