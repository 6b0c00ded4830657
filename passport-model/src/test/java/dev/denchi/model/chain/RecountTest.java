package dev.denchi.model.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.denchi.model.cfp.Answer;
import dev.denchi.model.cfp.Dqr;
import dev.denchi.model.cfp.Emissions;
import dev.denchi.model.cfp.Footprint;
import dev.denchi.model.cfp.Release;
import dev.denchi.model.chain.Node.Line;
import dev.denchi.model.part.Figure;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.trade.Progress;
import dev.denchi.model.trade.ResponseStatus;
import dev.denchi.model.trade.TradeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A pack whose module is bought, from cells that are bought. */
class RecountTest {
    private static final TraceId PACK = trace(1);
    private static final TraceId BOUGHT_MODULE = trace(2);
    private static final TraceId MODULE = trace(3);
    private static final TraceId BOUGHT_CELL = trace(4);
    private static final TraceId CELL = trace(5);
    private static final Release ALL = new Release(true, true);

    private final Map<TraceId, Node> nodes = new HashMap<>();
    private final List<Request> requests = new ArrayList<>();

    @Test
    void a_value_comes_up_through_two_borders() {
        chain(ALL);

        Changes changes = count(CELL, BOUGHT_CELL, MODULE, BOUGHT_MODULE, PACK);

        // cell 4.5; module 1 + 12 × 4.5 = 55; pack 2 + 8 × 55 = 442
        assertEquals(Figure.of("440"), totals(changes, PACK).main().component());
        assertEquals(Figure.of("2"), totals(changes, PACK).main().production());
        assertEquals(
                List.of(ResponseStatus.COMPLETED, ResponseStatus.COMPLETED),
                changes.requests().stream().map(Request::status).toList());
        assertEquals(new Progress(2, 2, true), node(changes, PACK).progress());
    }

    @Test
    void nothing_changes_when_it_is_counted_again() {
        chain(ALL);
        keep(count(CELL, BOUGHT_CELL, MODULE, BOUGHT_MODULE, PACK));

        assertEquals(new Changes(List.of(), List.of()), count(CELL, BOUGHT_CELL, MODULE, BOUGHT_MODULE, PACK));
    }

    @Test
    void what_is_not_released_stays_below_the_border_and_counts_as_open() {
        chain(Release.NOTHING);

        Changes changes = count(CELL, BOUGHT_CELL, MODULE, BOUGHT_MODULE, PACK);

        assertEquals(Figure.of("0"), totals(changes, PACK).main().component());
        assertEquals(Figure.of("1"), totals(changes, MODULE).main().production());
        assertEquals(new Progress(0, 2, true), node(changes, PACK).progress());
        changes.requests().forEach(request -> assertNull(request.answer()));
    }

    @Test
    void what_was_told_and_is_withheld_now_is_told_as_nothing() {
        chain(ALL);
        keep(count(CELL, BOUGHT_CELL, MODULE, BOUGHT_MODULE, PACK));
        requests.replaceAll(request -> request.downstream().equals(BOUGHT_CELL)
                ? new Request(
                        request.trade(),
                        request.downstream(),
                        request.upstream(),
                        request.status(),
                        Release.NOTHING,
                        request.answer(),
                        request.progress())
                : request);

        Changes changes = count(CELL, BOUGHT_CELL, MODULE, BOUGHT_MODULE, PACK);

        assertEquals(Answer.NOTHING, changes.requests().get(0).answer());
        assertEquals(ResponseStatus.NOT_COMPLETED, changes.requests().get(0).status());
        assertEquals(Figure.of("8"), totals(changes, PACK).main().component());
    }

    @Test
    void whoever_asked_counts_on_the_answer_and_not_on_what_he_stated_himself() {
        chain(ALL);
        nodes.put(BOUGHT_CELL, part(BOUGHT_CELL, "1000", List.of(), false));

        assertEquals(
                Figure.of("54"),
                totals(count(CELL, BOUGHT_CELL, MODULE, BOUGHT_MODULE, PACK), MODULE)
                        .main()
                        .component());
    }

    @Test
    void a_rejected_request_brings_nothing_up() {
        chain(ALL);
        requests.replaceAll(request -> new Request(
                request.trade(),
                request.downstream(),
                request.upstream(),
                ResponseStatus.REJECT,
                ALL,
                request.answer(),
                Progress.NONE));

        Changes changes = count(CELL, BOUGHT_CELL, MODULE, BOUGHT_MODULE, PACK);

        assertEquals(Figure.of("0"), totals(changes, PACK).main().component());
        assertEquals(List.of(), changes.requests());
    }

    private void chain(Release release) {
        nodes.put(PACK, part(PACK, "2", List.of(new Line(BOUGHT_MODULE, Figure.of("8"))), false));
        nodes.put(BOUGHT_MODULE, part(BOUGHT_MODULE, null, List.of(), false));
        nodes.put(MODULE, part(MODULE, "1", List.of(new Line(BOUGHT_CELL, Figure.of("12"))), false));
        nodes.put(BOUGHT_CELL, part(BOUGHT_CELL, null, List.of(), false));
        nodes.put(CELL, part(CELL, "4.5", List.of(), true));
        requests.add(request(BOUGHT_CELL, CELL, release));
        requests.add(request(BOUGHT_MODULE, MODULE, release));
    }

    private Changes count(TraceId... path) {
        return Recount.of(new Snapshot(List.of(path), Map.copyOf(nodes), List.copyOf(requests)));
    }

    private void keep(Changes changes) {
        changes.parts().forEach(node -> nodes.put(node.trace(), node));
        changes.requests()
                .forEach(after -> requests.replaceAll(before -> before.trade().equals(after.trade()) ? after : before));
    }

    private static Node node(Changes changes, TraceId trace) {
        return changes.parts().stream()
                .filter(node -> node.trace().equals(trace))
                .findFirst()
                .orElseThrow();
    }

    private static Footprint totals(Changes changes, TraceId trace) {
        return Stream.ofNullable(node(changes, trace).totals()).findFirst().orElseThrow();
    }

    private static Node part(TraceId trace, @Nullable String production, List<Line> components, boolean terminated) {
        Footprint stated = production == null
                ? null
                : new Footprint(
                        new Emissions(Figure.ZERO, Figure.ZERO, Dqr.of("0", "0", "0")),
                        new Emissions(Figure.of(production), Figure.ZERO, Dqr.of("2", "2", "2")));
        return new Node(trace, terminated, stated, components, null, Progress.NONE);
    }

    private static Request request(TraceId downstream, TraceId upstream, Release release) {
        return new Request(
                new TradeId(downstream.value()),
                downstream,
                upstream,
                ResponseStatus.NOT_COMPLETED,
                release,
                null,
                Progress.NONE);
    }

    private static TraceId trace(int number) {
        return new TraceId(new UUID(0, number));
    }
}
