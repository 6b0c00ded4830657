package dev.denchi.api.supply.trade;

import dev.denchi.api.store.session.SqlState;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.Refused.Reason;
import dev.denchi.api.supply.chain.Chain;
import dev.denchi.api.supply.notification.Notifier;
import dev.denchi.api.supply.notification.Notifier.Notice;
import dev.denchi.api.supply.tree.OwnParts;
import dev.denchi.api.supply.tree.PartRow;
import dev.denchi.api.supply.tree.Trade;
import dev.denchi.api.supply.tree.TradeRow;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.Part;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.trade.Move;
import dev.denchi.model.trade.NotificationType;
import dev.denchi.model.trade.Progress;
import dev.denchi.model.trade.RequestType;
import dev.denchi.model.trade.TradeId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What operators ask each other. Only the two of a request can do anything with it, and each only what is its to do. */
@Singleton
public class Trades {
    private final TenantSessions tenants;
    private final Chain chain;
    private final Notifier notifier;
    private final Clock clock;

    Trades(TenantSessions tenants, Chain chain, Notifier notifier, Clock clock) {
        this.tenants = tenants;
        this.chain = chain;
        this.notifier = notifier;
        this.clock = clock;
    }

    /** Asks. Fails with {@link Refused} when the part is not the asker's, or was asked about already. */
    public Uni<Trade> ask(Trade trade) {
        return chain.change(
                        trade.downstream(),
                        List.of(trade.downstreamTrace()),
                        session -> OwnParts.find(session, trade.downstream(), trade.downstreamTrace())
                                .chain(part -> asked(session, new TradeRow(trade, clock.instant()))))
                .replaceWith(trade)
                .onFailure(SqlState::isDuplicate)
                .transform(duplicate -> new Refused(Reason.TAKEN));
    }

    private Uni<Void> asked(Mutiny.Session session, TradeRow row) {
        return session.persist(row)
                .chain(session::flush)
                .chain(() -> notifier.tell(session, List.of(new Notice(row, NotificationType.REQUEST_NEW))));
    }

    /**
     * What a request says.
     *
     * @param upstream whom; that does not change
     */
    public record Question(
            TradeId id,
            UUID statusId,
            OperatorId upstream,
            TraceId downstreamTrace,
            RequestType type,
            @Nullable String message,
            LocalDate due) {

        private boolean isOf(TradeRow row) {
            return row.statusId().equals(statusId)
                    && row.upstreamOperatorId().equals(upstream.value())
                    && row.downstreamTraceId().equals(downstreamTrace.value())
                    && row.requestType() == type;
        }
    }

    /** Asks again, with another message or date. Fails with {@link Refused}. */
    public Uni<Trade> renew(OperatorId downstream, Question question) {
        return changed(downstream, question.id(), Move.RENEW, row -> {
            Refused.unless(question.isOf(row), Reason.NO_SUCH_REQUEST);
            row.renew(question.message(), question.due());
        });
    }

    /** Links a part of the one asked to what it was asked about. Fails with {@link Refused}. */
    public Uni<Trade> link(OperatorId upstream, TradeId id, TraceId trace) {
        return tenants.of(upstream, session -> row(session, upstream, id, Move.ANSWER))
                .chain(asked ->
                        chain.change(upstream, touched(asked, trace), session -> linked(session, upstream, id, trace)));
    }

    /** All whose counts may move, but for what is above them. */
    private static List<TraceId> touched(TradeRow asked, @Nullable TraceId linked) {
        return Stream.of(linked == null ? null : linked.value(), asked.downstreamTraceId(), asked.upstreamTraceId())
                .filter(Objects::nonNull)
                .distinct()
                .map(TraceId::new)
                .toList();
    }

    private Uni<Trade> linked(Mutiny.Session session, OperatorId upstream, TradeId id, TraceId trace) {
        return row(session, upstream, id, Move.ANSWER)
                .call(row -> OwnParts.find(session, upstream, trace)
                        .call(own -> session.find(PartRow.class, row.downstreamTraceId())
                                .invoke(asked -> requireSameUnit(own.toDomain(), asked))))
                .call(row -> chain.above(session, new TraceId(row.downstreamTraceId()))
                        .invoke(above -> Refused.unless(!above.contains(trace), Reason.CIRCULAR)))
                .invoke(row -> row.link(trace))
                .map(TradeRow::toDomain);
    }

    /** What is not said can still be said; what is said must be the same, as nothing is converted. */
    private static void requireSameUnit(Part own, @Nullable PartRow asked) {
        var other = asked == null ? null : asked.toDomain().unit();
        Refused.unless(own.unit() == null || other == null || own.unit() == other, Reason.UNITS_DIFFER);
    }

    /** Ends a request: upstream rejects, downstream cancels. Fails with {@link Refused}. */
    public Uni<Trade> end(OperatorId operator, TradeId id, UUID statusId, Move move, @Nullable String reply) {
        return changed(operator, id, move, row -> {
            Refused.unless(row.statusId().equals(statusId), Reason.NO_SUCH_REQUEST);
            if (move == Move.REJECT) {
                row.unlink();
                row.reply(reply);
            }
            row.stands(Progress.NONE, clock.instant());
        });
    }

    private Uni<Trade> changed(OperatorId operator, TradeId id, Move move, Consumer<TradeRow> change) {
        return tenants.of(operator, session -> row(session, operator, id, move))
                .chain(asked -> chain.change(
                        operator,
                        touched(asked, null),
                        session -> row(session, operator, id, move)
                                .chain(row -> moved(session, row, move, change))
                                .map(TradeRow::toDomain)));
    }

    private Uni<TradeRow> moved(Mutiny.Session session, TradeRow row, Move move, Consumer<TradeRow> change) {
        List<Notice> notices = NotificationType.of(move, row.status()).stream()
                .map(type -> new Notice(row, type))
                .toList();
        row.stands(row.status().after(move).orElseThrow());
        change.accept(row);
        return notifier.tell(session, notices).replaceWith(row);
    }

    /** The request, locked, when this operator may do this with it now. */
    private static Uni<TradeRow> row(Mutiny.Session session, OperatorId operator, TradeId id, Move move) {
        return session.find(TradeRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE)
                .invoke(row -> {
                    Refused.unless(row != null, Reason.NO_SUCH_REQUEST);
                    Refused.unless(isOn(move.side(), operator, row), Reason.NOT_YOURS);
                    Refused.unless(row.status().after(move).isPresent(), Reason.NOT_NOW);
                });
    }

    private static boolean isOn(Move.Side side, OperatorId operator, TradeRow row) {
        return operator.value()
                .equals(side == Move.Side.UPSTREAM ? row.upstreamOperatorId() : row.downstreamOperatorId());
    }
}
