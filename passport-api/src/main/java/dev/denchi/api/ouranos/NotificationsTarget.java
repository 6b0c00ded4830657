package dev.denchi.api.ouranos;

import dev.denchi.api.ouranos.wire.Exchange;
import dev.denchi.api.ouranos.wire.Inputs;
import dev.denchi.api.ouranos.wire.Links;
import dev.denchi.api.ouranos.wire.Query;
import dev.denchi.api.supply.Listed;
import dev.denchi.api.supply.notification.Notification;
import dev.denchi.api.supply.notification.NotificationView;
import dev.denchi.api.supply.notification.Notifications;
import dev.denchi.api.supply.trade.Replies;
import dev.denchi.api.supply.trader.Traders;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.ouranos.ReplyMessageInput;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code dataTarget} notifications and replyMessages. */
@Singleton
class NotificationsTarget {
    private final Notifications notifications;
    private final Replies replies;
    private final Traders traders;
    private final Links links;

    NotificationsTarget(Notifications notifications, Replies replies, Traders traders, Links links) {
        this.notifications = notifications;
        this.replies = replies;
        this.traders = traders;
        this.links = links;
    }

    /** Where the list goes on stands in the body, as ABtC published it, and in {@code Link}, as in every other list here. */
    Uni<Response> get(Exchange exchange) {
        Query query = exchange.query();
        exchange.requireOwnOrNone(query.uuid("operatorId"));
        var search = new Notifications.Search(
                beginOf(query.date("notifiedAtFrom"), 0),
                beginOf(query.date("notifiedAtTo"), 1),
                query.uuid("after"),
                query.limit());
        return notifications
                .search(exchange.operator(), search)
                .chain(found -> ouranosIds(found.entries())
                        .map(ids -> exchange.page(view(found, ids), links.next(query, found.next()))));
    }

    /** Days are of UTC, the last one included. */
    private static @Nullable Instant beginOf(@Nullable LocalDate day, int later) {
        return day == null
                ? null
                : day.plusDays(later).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Uni<Map<OperatorId, UUID>> ouranosIds(List<Notification> told) {
        return Multi.createFrom()
                .items(told.stream()
                        .flatMap(notification -> Stream.of(notification.downstream(), notification.upstream()))
                        .distinct())
                .onItem()
                .transformToUniAndConcatenate(
                        operator -> traders.ouranosId(operator).map(id -> Map.entry(operator, id)))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Map<String, Object> view(Listed<Notification> found, Map<OperatorId, UUID> ouranosIds) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put(
                "notifications",
                found.entries().stream()
                        .map(told -> NotificationView.of(told, id -> Objects.requireNonNull(ouranosIds.get(id))))
                        .toList());
        if (found.next() != null) {
            view.put("next", found.next());
        }
        return view;
    }

    Uni<Response> putReply(Exchange exchange, byte[] body) {
        ReplyMessageInput input = Inputs.replyMessage(body);
        exchange.requireOwn(input.operatorId());
        UUID request = UUID.fromString(Objects.requireNonNull(input.requestId()));
        return replies.say(exchange.operator(), request, input.message())
                .map(said -> exchange.created(Map.of("requestId", request)));
    }
}
