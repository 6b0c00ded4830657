package dev.denchi.model.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.denchi.model.trade.Move.Side;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotificationTypeTest {

    @Test
    void the_other_one_is_told_of_a_move() {
        for (Move move : Move.values()) {
            for (ResponseStatus before : ResponseStatus.values()) {
                NotificationType.of(move, before)
                        .ifPresent(type -> assertEquals(
                                move.side() == Side.UPSTREAM ? Side.DOWNSTREAM : Side.UPSTREAM, type.told()));
            }
        }
    }

    @Test
    void only_a_request_that_was_rejected_is_new_again() {
        assertEquals(Optional.of(NotificationType.REQUEST_NEW), NotificationType.of(Move.RENEW, ResponseStatus.REJECT));
        assertEquals(Optional.empty(), NotificationType.of(Move.RENEW, ResponseStatus.NOT_COMPLETED));
    }

    @Test
    void every_answer_is_named_for_what_was_asked() {
        for (RequestType type : RequestType.values()) {
            assertEquals(
                    type + "_RESPONSED", NotificationType.ofAnswer(type, true).name());
            assertEquals(
                    type + "_UPDATED", NotificationType.ofAnswer(type, false).name());
            assertEquals(Side.DOWNSTREAM, NotificationType.ofAnswer(type, true).told());
        }
    }
}
