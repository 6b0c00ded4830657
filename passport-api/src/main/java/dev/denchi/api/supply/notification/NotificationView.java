package dev.denchi.api.supply.notification;

import dev.denchi.model.identifier.OperatorId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** A notification in the words of ABtC's {@code /notifications}, the same to who polls and to who listens. Ids alone. */
public final class NotificationView {

    private NotificationView() {}

    /** @param ouranosId how bodies name an operator */
    public static Map<String, Object> of(Notification told, Function<OperatorId, UUID> ouranosId) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("notificationId", told.id());
        view.put("notificationType", told.type());
        view.put("notifiedFromOperatorId", ouranosId.apply(told.from()));
        view.put("tradeRelation", relation(told, ouranosId));
        view.put("notifiedAt", told.at().toString());
        return view;
    }

    /** As published, a part that is not linked yet is left out. */
    private static Map<String, Object> relation(Notification told, Function<OperatorId, UUID> ouranosId) {
        Map<String, Object> relation = new LinkedHashMap<>();
        relation.put("tradeId", told.trade().value());
        relation.put("requestId", told.statusId());
        relation.put("downstreamOperatorId", ouranosId.apply(told.downstream()));
        relation.put("upstreamOperatorId", ouranosId.apply(told.upstream()));
        relation.put("downstreamTraceId", told.downstreamTrace().value());
        if (told.upstreamTrace() != null) {
            relation.put("upstreamTraceId", told.upstreamTrace().value());
        }
        return relation;
    }
}
