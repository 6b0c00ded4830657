package dev.denchi.api.supply.trade;

import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.Refused.Reason;
import dev.denchi.api.supply.notification.Notifier;
import dev.denchi.api.supply.notification.Notifier.Notice;
import dev.denchi.api.supply.tree.TradeRow;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.trade.NotificationType;
import dev.denchi.model.trade.ResponseStatus;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What the one asked says about a request, without answering or rejecting it. */
@Singleton
public class Replies {
    private final TenantSessions tenants;
    private final Notifier notifier;

    Replies(TenantSessions tenants, Notifier notifier) {
        this.tenants = tenants;
        this.notifier = notifier;
    }

    /**
     * Says it in place of what was said before.
     *
     * @param message {@code null} takes that back
     * @return when the one who asked can read it; fails with {@link Refused}
     */
    public Uni<Void> say(OperatorId upstream, UUID statusId, @Nullable String message) {
        return tenants.of(
                upstream,
                session -> received(session, upstream, statusId)
                        .chain(row -> Objects.equals(row.replyMessage(), message)
                                ? Uni.createFrom().voidItem() // said before
                                : said(session, row, message)));
    }

    private Uni<Void> said(Mutiny.Session session, TradeRow row, @Nullable String message) {
        row.reply(message);
        return notifier.tell(session, List.of(new Notice(row, NotificationType.REPLY_MESSAGE_REGISTERED)));
    }

    /** The request, locked. */
    private static Uni<TradeRow> received(Mutiny.Session session, OperatorId upstream, UUID statusId) {
        return session.createSelectionQuery("from TradeRow where statusId = :status", TradeRow.class)
                .setParameter("status", statusId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .invoke(row -> {
                    Refused.unless(row != null, Reason.NO_SUCH_REQUEST);
                    Refused.unless(row.upstreamOperatorId().equals(upstream.value()), Reason.NOT_YOURS);
                    Refused.unless(row.status() != ResponseStatus.CANCEL, Reason.NOT_NOW);
                });
    }
}
