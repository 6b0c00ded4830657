package dev.denchi.model.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.denchi.model.chain.Headcount.Member;
import dev.denchi.model.chain.Headcount.Moved;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.trade.Progress;
import dev.denchi.model.trade.ResponseStatus;
import dev.denchi.model.trade.TradeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A pack whose module is bought, from cells that are bought. */
class HeadcountTest {
    private static final TraceId PACK = trace(1);
    private static final TraceId BOUGHT_MODULE = trace(2);
    private static final TraceId MODULE = trace(3);
    private static final TraceId BOUGHT_CELL = trace(4);
    private static final TraceId CELL = trace(5);

    private final Map<TraceId, Member> members = new HashMap<>();
    private final List<Inquiry> inquiries = new ArrayList<>();

    @Test
    void an_answer_is_counted_up_to_the_last_customer_and_answers_no_other_request() {
        chain(true, false);

        Moved moved = count();

        assertEquals(
                List.of(ResponseStatus.COMPLETED, ResponseStatus.NOT_COMPLETED),
                moved.inquiries().stream().map(Inquiry::status).toList());
        assertEquals(new Progress(1, 1, true), moved.inquiries().get(0).progress());
        assertEquals(new Progress(1, 2, true), moved.inquiries().get(1).progress());
        assertEquals(new Progress(1, 2, true), progress(moved, PACK));
    }

    @Test
    void nothing_moves_when_it_is_counted_again() {
        chain(true, true);
        keep(count());

        assertEquals(new Moved(List.of(), List.of()), count());
    }

    @Test
    void a_statement_that_is_withheld_opens_its_request_again() {
        chain(true, true);
        keep(count());
        inquiries.replaceAll(each -> each.downstream().equals(BOUGHT_CELL)
                ? new Inquiry(each.trade(), each.downstream(), each.upstream(), each.status(), false, each.progress())
                : each);

        Moved moved = count();

        assertEquals(ResponseStatus.NOT_COMPLETED, moved.inquiries().get(0).status());
        assertEquals(new Progress(1, 2, true), progress(moved, PACK));
    }

    @Test
    void a_rejected_request_is_no_request_of_the_tree() {
        chain(true, true);
        inquiries.replaceAll(each -> each.downstream().equals(BOUGHT_CELL)
                ? new Inquiry(each.trade(), each.downstream(), null, ResponseStatus.REJECT, false, Progress.NONE)
                : each);

        assertEquals(new Progress(1, 1, false), progress(count(), PACK));
    }

    private void chain(boolean cellStated, boolean moduleStated) {
        member(PACK, false, BOUGHT_MODULE);
        member(BOUGHT_MODULE, false);
        member(MODULE, false, BOUGHT_CELL);
        member(BOUGHT_CELL, false);
        member(CELL, true);
        inquiries.add(inquiry(BOUGHT_CELL, CELL, cellStated));
        inquiries.add(inquiry(BOUGHT_MODULE, MODULE, moduleStated));
    }

    private Moved count() {
        return Headcount.of(
                List.of(CELL, BOUGHT_CELL, MODULE, BOUGHT_MODULE, PACK),
                List.copyOf(members.values()),
                List.copyOf(inquiries));
    }

    private void keep(Moved moved) {
        moved.members().forEach(member -> members.put(member.trace(), member));
        moved.inquiries()
                .forEach(
                        after -> inquiries.replaceAll(before -> before.trade().equals(after.trade()) ? after : before));
    }

    private static Progress progress(Moved moved, TraceId trace) {
        return moved.members().stream()
                .filter(member -> member.trace().equals(trace))
                .findFirst()
                .orElseThrow()
                .progress();
    }

    private void member(TraceId trace, boolean terminated, TraceId... components) {
        members.put(trace, new Member(trace, terminated, List.of(components), Progress.NONE));
    }

    private static Inquiry inquiry(TraceId downstream, TraceId upstream, boolean stated) {
        return new Inquiry(
                new TradeId(downstream.value()),
                downstream,
                upstream,
                ResponseStatus.NOT_COMPLETED,
                stated,
                Progress.NONE);
    }

    private static TraceId trace(int number) {
        return new TraceId(new UUID(0, number));
    }
}
