package dev.denchi.api.supply.notification;

import dev.denchi.api.store.outbox.NewEvent;
import dev.denchi.api.store.outbox.Outbox;
import dev.denchi.api.store.outbox.Outbox.Addressed;
import dev.denchi.api.supply.trader.Trader;
import dev.denchi.api.supply.trader.TraderRow;
import dev.denchi.api.supply.tree.TradeRow;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.trade.NotificationType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tells one of the two of a request what the other one did, in the transaction that did it: a row for who polls, and an event in the
 * outbox for who listens.
 */
@Singleton
public class Notifier {
    private final Outbox outbox;
    private final Clock clock;

    Notifier(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param trade as it stands now; its transaction has declared whose doing it is */
    public record Notice(TradeRow trade, NotificationType type) {

        /** Of the answer that the request has got now. */
        public static Notice ofAnswer(TradeRow trade) {
            return new Notice(trade, NotificationType.ofAnswer(trade.requestType(), trade.answerVersion() == 1));
        }
    }

    public Uni<Void> tell(Mutiny.Session session, List<Notice> notices) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return notices.isEmpty()
                ? Uni.createFrom().voidItem()
                : ouranosIds(session, notices)
                        .map(ids -> notices.stream()
                                .map(notice -> told(notice, now, ids))
                                .toList())
                        .chain(told -> kept(session, told));
    }

    private record Told(NotificationRow row, Addressed event) {}

    private Uni<Void> kept(Mutiny.Session session, List<Told> told) {
        return session.persistAll(told.stream().map(Told::row).toArray())
                .chain(() ->
                        outbox.append(session, told.stream().map(Told::event).toList()));
    }

    private static Told told(Notice notice, Instant now, Map<OperatorId, UUID> ouranosIds) {
        NotificationRow row = new NotificationRow(notice.trade(), notice.type(), now);
        Notification notification = row.toDomain(notice.trade());
        NewEvent event = new NewEvent(
                notification.id().toString(),
                "dev.denchi.notification.v1." + notification.type(),
                "urn:denchi:trade:" + notification.trade(),
                StrictJson.write(NotificationView.of(notification, operator -> idOf(operator, ouranosIds))));
        return new Told(row, new Addressed(event, notification.from(), new OperatorId(row.operatorId)));
    }

    private static UUID idOf(OperatorId operator, Map<OperatorId, UUID> ouranosIds) {
        return Objects.requireNonNull(ouranosIds.get(operator));
    }

    private static Uni<Map<OperatorId, UUID>> ouranosIds(Mutiny.Session session, List<Notice> notices) {
        Set<String> operators = notices.stream()
                .map(Notice::trade)
                .flatMap(trade -> Stream.of(trade.downstreamOperatorId(), trade.upstreamOperatorId()))
                .collect(Collectors.toSet());
        return session.createSelectionQuery("from TraderRow where operatorId in :operators", TraderRow.class)
                .setParameter("operators", operators)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(TraderRow::toDomain)
                        .collect(Collectors.toMap(Trader::operator, Trader::ouranosId)));
    }
}
