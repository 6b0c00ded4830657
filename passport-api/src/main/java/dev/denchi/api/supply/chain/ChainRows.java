package dev.denchi.api.supply.chain;

import dev.denchi.api.supply.notification.Notifier;
import dev.denchi.api.supply.tree.ComponentRow;
import dev.denchi.api.supply.tree.PartRow;
import dev.denchi.api.supply.tree.TradeRow;
import dev.denchi.model.cfp.Answer;
import dev.denchi.model.cfp.Footprint;
import dev.denchi.model.cfp.Release;
import dev.denchi.model.chain.Changes;
import dev.denchi.model.chain.Node;
import dev.denchi.model.chain.Request;
import dev.denchi.model.chain.Snapshot;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.trade.TradeId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The rows of a part of the chain, and between them and the domain. */
final class ChainRows {
    private static final String COMPONENTS = "from ComponentRow where key.parentTraceId in :path";
    private static final String PARTS = """
            select p, s, t from PartRow p
            left join FootprintRow s on s.key.traceId = p.traceId and s.key.kind = 'STATED' and s.key.version = p.statedVersion
            left join FootprintRow t on t.key.traceId = p.traceId and t.key.kind = 'TOTAL' and t.key.version = p.totalVersion
            where p.traceId in :traces""";
    private static final String REQUESTS = """
            select t, r, a from TradeRow t
            left join ReleaseRow r on r.key.traceId = t.upstreamTraceId and r.key.toOperatorId = t.downstreamOperatorId
            left join AnswerRow a on a.key.tradeId = t.tradeId and a.key.version = t.answerVersion
            where t.requestType = CFP and t.status <> CANCEL and (t.downstreamTraceId in :traces or t.upstreamTraceId in :path)""";

    private final List<UUID> path;
    private final Map<UUID, List<Node.Line>> lines;
    private final Map<UUID, PartRow> parts = new HashMap<>();
    private final Map<UUID, FootprintRow> stated = new HashMap<>();
    private final Map<UUID, FootprintRow> totals = new HashMap<>();
    private final Map<UUID, TradeRow> trades = new HashMap<>();
    private final Map<UUID, AnswerRow> answers = new HashMap<>();
    private final List<Request> requests = new ArrayList<>();
    private final List<Notifier.Notice> notices = new ArrayList<>();

    private ChainRows(List<UUID> path, List<ComponentRow> components) {
        this.path = path;
        lines = components.stream()
                .collect(Collectors.groupingBy(
                        row -> row.parentTraceId(), Collectors.mapping(ComponentRow::line, Collectors.toList())));
    }

    /** @param released what is let known where its operator did not decide */
    static Uni<ChainRows> read(Mutiny.Session session, List<UUID> path, Release released) {
        return session.createSelectionQuery(COMPONENTS, ComponentRow.class)
                .setParameter("path", path)
                .getResultList()
                .map(components -> new ChainRows(path, components))
                .call(rows -> rows.readParts(session))
                .call(rows -> rows.readRequests(session, released));
    }

    List<UUID> path() {
        return path;
    }

    /** Those of the path, and those in them. */
    Map<UUID, PartRow> parts() {
        return parts;
    }

    /** Of a part of the path. */
    List<TraceId> componentsOf(UUID part) {
        return lines.getOrDefault(part, List.of()).stream().map(Node.Line::part).toList();
    }

    private Set<UUID> traces() {
        Set<UUID> traces = new LinkedHashSet<>(path);
        lines.values()
                .forEach(each -> each.forEach(line -> traces.add(line.part().value())));
        return traces;
    }

    private Uni<?> readParts(Mutiny.Session session) {
        return session.createSelectionQuery(PARTS, Object[].class)
                .setParameter("traces", traces())
                .getResultList()
                .invoke(rows -> rows.forEach(this::addPart));
    }

    private void addPart(Object[] row) {
        PartRow part = (PartRow) row[0];
        parts.put(part.traceId(), part);
        if (row[1] instanceof FootprintRow footprint) {
            stated.put(part.traceId(), footprint);
        }
        if (row[2] instanceof FootprintRow footprint) {
            totals.put(part.traceId(), footprint);
        }
    }

    private Uni<?> readRequests(Mutiny.Session session, Release released) {
        return session.createSelectionQuery(REQUESTS, Object[].class)
                .setParameter("traces", traces())
                .setParameter("path", path)
                .getResultList()
                .invoke(rows -> rows.forEach(row -> addRequest(row, released)));
    }

    private void addRequest(Object[] row, Release otherwise) {
        TradeRow trade = (TradeRow) row[0];
        trades.put(trade.tradeId(), trade);
        Release release = row[1] instanceof ReleaseRow decided ? decided.toDomain() : otherwise;
        if (row[2] instanceof AnswerRow told) {
            answers.put(trade.tradeId(), told);
        }
        requests.add(new Request(
                new TradeId(trade.tradeId()),
                new TraceId(trade.downstreamTraceId()),
                trade.upstreamTraceId() == null ? null : new TraceId(trade.upstreamTraceId()),
                trade.status(),
                release,
                answer(trade),
                trade.progress()));
    }

    private @Nullable Answer answer(TradeRow trade) {
        AnswerRow told = answers.get(trade.tradeId());
        return told == null ? null : told.toDomain();
    }

    Snapshot snapshot() {
        return new Snapshot(
                path.stream().map(TraceId::new).toList(),
                parts.values().stream().map(this::node).collect(Collectors.toMap(Node::trace, Function.identity())),
                requests);
    }

    private Node node(PartRow part) {
        return new Node(
                part.trace(),
                part.terminated(),
                footprint(stated.get(part.traceId())),
                lines.getOrDefault(part.traceId(), List.of()),
                footprint(totals.get(part.traceId())),
                part.progress());
    }

    private static @Nullable Footprint footprint(@Nullable FootprintRow row) {
        return row == null ? null : row.toDomain();
    }

    /** @return the new versions, to be kept; the rows that were read have changed */
    List<Object> apply(Changes changes, Instant now) {
        List<Object> versions = new ArrayList<>();
        changes.parts().forEach(node -> applyPart(node, now, versions));
        changes.requests().forEach(request -> applyRequest(request, now, versions));
        return versions;
    }

    private void applyPart(Node node, Instant now, List<Object> versions) {
        PartRow part = Objects.requireNonNull(parts.get(node.trace().value()));
        part.stands(node.progress());
        Footprint total = node.totals();
        FootprintRow source = stated.get(part.traceId());
        if (total != null && source != null && !total.equals(footprint(totals.get(part.traceId())))) {
            versions.add(new FootprintRow(
                    new FootprintRow.Key(part.traceId(), FootprintRow.TOTAL, part.countedAnew()),
                    part.operatorId(),
                    source.cfpId(),
                    source.unit,
                    total,
                    now));
        }
    }

    private void applyRequest(Request request, Instant now, List<Object> versions) {
        TradeRow trade = Objects.requireNonNull(trades.get(request.trade().value()));
        trade.stands(request.status());
        trade.stands(request.progress(), now);
        Answer answer = request.answer();
        if (answer != null && !answer.equals(answer(trade))) {
            trade.toldAnew();
            versions.add(new AnswerRow(trade, unitOf(trade), answer, now));
            notices.add(Notifier.Notice.ofAnswer(trade));
        }
    }

    /** What is told with the new versions. */
    List<Notifier.Notice> notices() {
        return notices;
    }

    /** What is taken back was told in the unit of what was told before. */
    private String unitOf(TradeRow trade) {
        FootprintRow source = stated.get(Objects.requireNonNull(trade.upstreamTraceId()));
        return source == null ? Objects.requireNonNull(answers.get(trade.tradeId())).unit : source.unit;
    }
}
