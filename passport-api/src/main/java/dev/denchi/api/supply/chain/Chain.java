package dev.denchi.api.supply.chain;

import dev.denchi.api.store.session.SqlState;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.api.supply.SupplyConfig;
import dev.denchi.api.supply.notification.Notifier;
import dev.denchi.model.cfp.Release;
import dev.denchi.model.chain.Recount;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.TraceId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The transaction of every change of a supply chain: what is written, and what that moves up to the last customer, all or nothing.
 * The parts on the way are locked in one order first, so that two changes below one part are counted one behind the other.
 */
@Singleton
public class Chain {
    private static final String ABOVE =
            "select cast(trace_id as text), operator_id, height from passport.parts_above(:starts)";
    private static final String LOCK =
            "select 1 from passport.part where trace_id = any(:traces) order by trace_id for update";
    private static final int MOST_ATTEMPTS = 3;

    private final TenantSessions tenants;
    private final Notifier notifier;
    private final Clock clock;
    private final Release released;

    private record Above(UUID trace, OperatorId operator, int height) {}

    Chain(TenantSessions tenants, Notifier notifier, Clock clock, SupplyConfig config) {
        this.tenants = tenants;
        this.notifier = notifier;
        this.clock = clock;
        this.released = config.undecided();
    }

    /**
     * @param starts what the change is about; what is above each is counted again
     * @param work writes as {@code actor} and no other
     */
    public <T> Uni<T> change(OperatorId actor, List<TraceId> starts, Function<Mutiny.Session, Uni<T>> work) {
        UUID[] traces = starts.stream().map(TraceId::value).toArray(UUID[]::new);
        return tenants.of(
                        actor,
                        session -> locked(session, actor, traces)
                                .chain(() -> tenants.declare(session, List.of(actor)))
                                .chain(() -> work.apply(session))
                                .call(session::flush)
                                .call(() -> locked(session, actor, traces).chain(path -> recount(session, path))))
                .onFailure(SqlState::isDeadlock)
                .retry()
                .atMost(MOST_ATTEMPTS);
    }

    /** The part itself and all that it is in, through any number of parts and companies. */
    public Uni<Set<TraceId>> above(Mutiny.Session session, TraceId part) {
        return above(session, new UUID[] {part.value()})
                .map(path ->
                        path.stream().map(above -> new TraceId(above.trace())).collect(Collectors.toSet()));
    }

    /** Declares the operators of all that is above as well. */
    private Uni<List<UUID>> locked(Mutiny.Session session, OperatorId actor, UUID[] starts) {
        return above(session, starts)
                .call(path -> tenants.declare(session, operators(actor, path)))
                .map(path -> path.stream().map(Above::trace).toList())
                .call(path -> session.createNativeQuery(LOCK, Integer.class)
                        .setParameter("traces", path.toArray(UUID[]::new))
                        .getResultList());
    }

    private static Collection<OperatorId> operators(OperatorId actor, List<Above> path) {
        return Stream.concat(Stream.of(actor), path.stream().map(Above::operator))
                .distinct()
                .toList();
    }

    /** Each behind all that it depends on. */
    private static Uni<List<Above>> above(Mutiny.Session session, UUID[] starts) {
        return session.createNativeQuery(ABOVE, Object[].class)
                .setParameter("starts", starts)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Above(
                                UUID.fromString((String) row[0]), new OperatorId((String) row[1]), (int) row[2]))
                        .sorted(Comparator.comparingInt(Above::height))
                        .toList());
    }

    private Uni<Void> recount(Mutiny.Session session, List<UUID> path) {
        return path.isEmpty()
                ? Uni.createFrom().voidItem()
                : ChainRows.read(session, path, released).chain(rows -> kept(session, rows));
    }

    private Uni<Void> kept(Mutiny.Session session, ChainRows rows) {
        List<Object> versions = rows.apply(Recount.of(rows.snapshot()), clock.instant());
        return session.persistAll(versions.toArray())
                .chain(() -> notifier.tell(session, rows.notices()))
                .chain(() -> InquiryRows.read(session, rows, released.cfp()))
                .chain(inquiries -> kept(session, inquiries));
    }

    private Uni<Void> kept(Mutiny.Session session, InquiryRows inquiries) {
        return session.persistAll(inquiries.recount(clock.instant()).toArray())
                .chain(() -> notifier.tell(session, inquiries.notices()));
    }
}
