package dev.denchi.model.lot;

import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.TransferId;
import dev.denchi.model.quantity.Mass;
import java.time.LocalDate;
import java.util.List;

/**
 * A hand-over of a lot or a part of it. The giver's statement takes it from the giver; only the receiver's own answer, by the same
 * id, gives it to the receiver, or back.
 *
 * @param mass dry; what the receiver accepts is at most what was given, the rest is lost on the way
 * @param tellsMaker whether the giver means the receiver to learn who made a lot that is not the giver's own: its name says so
 */
public record Transfer(
        TransferId id,
        Step step,
        LotId lot,
        Mass mass,
        Party from,
        Party to,
        LocalDate on,
        boolean tellsMaker,
        List<Evidence> evidence)
        implements LotEvent {

    public Transfer {
        evidence = List.copyOf(evidence);
    }

    public enum Step {
        GIVEN,
        ACCEPTED,
        /** The receiver does not take it: all that was given is the giver's again. */
        REFUSED
    }

    /** Whether the lot's name would tell the receiver from whom the giver has it, and the giver does not say that it may. */
    public boolean givesMakerAway() {
        return !tellsMaker
                && step == Step.GIVEN
                && !lot.operator().equals(from.operator())
                && !from.operator().equals(to.operator());
    }

    @Override
    public OperatorId operator() {
        return step == Step.GIVEN ? id.operator() : to.operator();
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.transfer(this);
    }

    @Override
    public String key() {
        return "transfer:" + id + (step == Step.GIVEN ? "" : ":answer");
    }

    @Override
    public String name() {
        return "Transfer " + id;
    }
}
