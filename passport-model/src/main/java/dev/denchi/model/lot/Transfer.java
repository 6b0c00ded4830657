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
 */
public record Transfer(
        TransferId id, Step step, LotId lot, Mass mass, Party from, Party to, LocalDate on, List<Evidence> evidence)
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
