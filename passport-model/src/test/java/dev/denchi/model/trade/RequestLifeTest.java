package dev.denchi.model.trade;

import static dev.denchi.model.trade.ResponseStatus.CANCEL;
import static dev.denchi.model.trade.ResponseStatus.COMPLETED;
import static dev.denchi.model.trade.ResponseStatus.NOT_COMPLETED;
import static dev.denchi.model.trade.ResponseStatus.REJECT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestLifeTest {

    @Test
    void a_request_is_answered_and_the_answer_may_be_taken_back() {
        assertEquals(Optional.of(COMPLETED), NOT_COMPLETED.after(Move.ANSWER));
        assertEquals(Optional.of(COMPLETED), COMPLETED.after(Move.ANSWER));
        assertEquals(Optional.of(NOT_COMPLETED), COMPLETED.after(Move.WITHHOLD));
    }

    @Test
    void what_was_answered_is_not_rejected_any_more() {
        assertEquals(Optional.empty(), COMPLETED.after(Move.REJECT));
    }

    @Test
    void a_rejected_request_lives_again_when_it_is_renewed() {
        assertEquals(Optional.of(REJECT), NOT_COMPLETED.after(Move.REJECT));
        assertEquals(Optional.of(NOT_COMPLETED), REJECT.after(Move.RENEW));
        assertEquals(Optional.empty(), REJECT.after(Move.ANSWER));
    }

    @ParameterizedTest
    @EnumSource
    void nothing_leads_out_of_a_cancelled_request(Move move) {
        assertEquals(Optional.empty(), CANCEL.after(move));
    }

    @ParameterizedTest
    @EnumSource(value = ResponseStatus.class, names = "CANCEL", mode = EnumSource.Mode.EXCLUDE)
    void the_one_who_asked_may_always_cancel(ResponseStatus status) {
        assertEquals(Optional.of(CANCEL), status.after(Move.CANCEL));
    }

    @Test
    void a_request_that_nobody_took_up_counts_as_none() {
        assertEquals(Progress.NONE, Progress.ofRequest(NOT_COMPLETED, null));
        assertEquals(Progress.NONE, Progress.ofRequest(REJECT, Progress.END));
    }

    @Test
    void the_one_asked_and_all_upstream_of_him_count() {
        Progress end = Progress.ofRequest(COMPLETED, Progress.END);
        assertEquals(new Progress(1, 1, true), end);

        Progress part = Progress.ofPart(false, List.of(end, Progress.END));
        assertEquals(new Progress(1, 2, true), Progress.ofRequest(NOT_COMPLETED, part));
    }

    @Test
    void a_tree_ends_only_when_every_branch_does() {
        assertEquals(new Progress(0, 0, false), Progress.ofPart(false, List.of()));
        assertEquals(new Progress(0, 0, false), Progress.ofPart(false, List.of(Progress.END, Progress.NONE)));
        assertEquals(new Progress(0, 0, true), Progress.ofPart(true, List.of()));
    }
}
