package dev.denchi.api.supply.chain;

import dev.denchi.api.supply.notification.Notifier;
import dev.denchi.api.supply.tree.PartRow;
import dev.denchi.api.supply.tree.TradeRow;
import dev.denchi.model.chain.Headcount;
import dev.denchi.model.chain.Inquiry;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.trade.Progress;
import dev.denchi.model.trade.RequestType;
import dev.denchi.model.trade.TradeId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The requests that are answered by statements, of a part of the chain, and between their rows and the domain. */
final class InquiryRows {
    private static final String REQUESTS = """
            select t, s, r, a from TradeRow t
            left join StatementRow s on s.key.traceId = t.upstreamTraceId and s.key.requestType = t.requestType
              and s.key.version = (select max(n.key.version) from StatementRow n
                where n.key.traceId = t.upstreamTraceId and n.key.requestType = t.requestType)
            left join StatementReleaseRow r on r.key.traceId = t.upstreamTraceId and r.key.requestType = t.requestType
              and r.key.toOperatorId = t.downstreamOperatorId
            left join ToldRow a on a.key.tradeId = t.tradeId and a.key.version = t.answerVersion
            where t.requestType <> CFP and t.status <> CANCEL and (t.downstreamTraceId in :traces or t.upstreamTraceId in :path)""";

    private static final String PROGRESS = "from ProgressRow where key.traceId in :traces";

    private final ChainRows chain;
    private final boolean releasedOtherwise;
    private final List<Row> requests = new ArrayList<>();
    private final Map<ProgressRow.Key, ProgressRow> progress = new HashMap<>();
    private final List<Notifier.Notice> notices = new ArrayList<>();

    /** @param statement what may be told now, {@code null} when nothing; known only of requests that are linked to the path */
    private record Row(
            TradeRow trade,
            @Nullable Statement statement,
            @Nullable Statement told) {}

    private InquiryRows(ChainRows chain, boolean releasedOtherwise) {
        this.chain = chain;
        this.releasedOtherwise = releasedOtherwise;
    }

    /** @param releasedOtherwise whether a statement is told where its operator did not decide */
    static Uni<InquiryRows> read(Mutiny.Session session, ChainRows chain, boolean releasedOtherwise) {
        InquiryRows rows = new InquiryRows(chain, releasedOtherwise);
        return rows.readRequests(session).call(() -> rows.readProgress(session)).replaceWith(rows);
    }

    private Uni<?> readRequests(Mutiny.Session session) {
        return session.createSelectionQuery(REQUESTS, Object[].class)
                .setParameter("traces", chain.parts().keySet())
                .setParameter("path", chain.path())
                .getResultList()
                .invoke(rows -> rows.forEach(this::addRequest));
    }

    private void addRequest(Object[] row) {
        boolean released = row[2] instanceof StatementReleaseRow decided ? decided.released() : releasedOtherwise;
        Statement statement = released && row[1] instanceof StatementRow stated ? stated.toDomain() : null;
        requests.add(new Row((TradeRow) row[0], statement, row[3] instanceof ToldRow told ? told.toDomain() : null));
    }

    private Uni<?> readProgress(Mutiny.Session session) {
        return session.createSelectionQuery(PROGRESS, ProgressRow.class)
                .setParameter("traces", chain.parts().keySet())
                .getResultList()
                .invoke(rows -> rows.forEach(row -> progress.put(row.key, row)));
    }

    /** Counts again. @return the new rows, to be kept; those that were read have changed */
    List<Object> recount(Instant now) {
        List<Object> made = new ArrayList<>();
        for (RequestType type : types()) {
            List<Row> asked = requests.stream()
                    .filter(row -> row.trade().requestType() == type)
                    .toList();
            Headcount.Moved moved = Headcount.of(
                    chain.path().stream().map(TraceId::new).toList(),
                    members(type),
                    asked.stream().map(InquiryRows::inquiry).toList());
            moved.members().forEach(member -> applyMember(type, member, made));
            moved.inquiries().forEach(inquiry -> applyInquiry(inquiry, asked, now));
            made.addAll(told(asked, now));
        }
        return made;
    }

    /** Those of which there is anything; of the others there is nothing to count. */
    private Set<RequestType> types() {
        return Stream.concat(
                        requests.stream().map(row -> row.trade().requestType()),
                        progress.keySet().stream().map(ProgressRow.Key::requestType))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RequestType.class)));
    }

    private List<Headcount.Member> members(RequestType type) {
        Collection<PartRow> parts = chain.parts().values();
        return parts.stream()
                .map(part -> new Headcount.Member(
                        part.trace(), part.terminated(), chain.componentsOf(part.traceId()), progressOf(type, part)))
                .toList();
    }

    private Progress progressOf(RequestType type, PartRow part) {
        ProgressRow row = progress.get(new ProgressRow.Key(part.traceId(), type));
        return row == null ? ProgressRow.without(part) : row.progress();
    }

    private static Inquiry inquiry(Row row) {
        TradeRow trade = row.trade();
        return new Inquiry(
                new TradeId(trade.tradeId()),
                new TraceId(trade.downstreamTraceId()),
                trade.upstreamTraceId() == null ? null : new TraceId(trade.upstreamTraceId()),
                trade.status(),
                row.statement() != null,
                trade.progress());
    }

    private void applyMember(RequestType type, Headcount.Member member, List<Object> made) {
        ProgressRow.Key key = new ProgressRow.Key(member.trace().value(), type);
        ProgressRow row = progress.get(key);
        if (row == null) {
            PartRow part = Objects.requireNonNull(chain.parts().get(key.traceId()));
            made.add(new ProgressRow(key, part.operatorId(), member.progress()));
        } else {
            row.stands(member.progress());
        }
    }

    private static void applyInquiry(Inquiry inquiry, List<Row> asked, Instant now) {
        asked.stream()
                .map(Row::trade)
                .filter(trade -> trade.tradeId().equals(inquiry.trade().value()))
                .forEach(trade -> {
                    trade.stands(inquiry.status());
                    trade.stands(inquiry.progress(), now);
                });
    }

    /** What is told now and was not told before; what may no longer be told is told as nothing. */
    private List<ToldRow> told(List<Row> asked, Instant now) {
        List<ToldRow> told = new ArrayList<>();
        for (Row row : asked) {
            UUID upstream = row.trade().upstreamTraceId();
            if (upstream == null
                    || !chain.path().contains(upstream)
                    || !row.trade().status().isOpen()) {
                continue;
            }
            Statement next = row.statement() == null ? Statement.NOTHING : row.statement();
            if (!next.equals(row.told() == null ? Statement.NOTHING : row.told())) {
                row.trade().toldAnew();
                told.add(new ToldRow(row.trade(), next, now));
                notices.add(Notifier.Notice.ofAnswer(row.trade()));
            }
        }
        return told;
    }

    /** What is told with the new rows. */
    List<Notifier.Notice> notices() {
        return notices;
    }
}
