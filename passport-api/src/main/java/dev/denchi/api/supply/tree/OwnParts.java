package dev.denchi.api.supply.tree;

import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.Refused.Reason;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.TraceId;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Parts, to the operator whose they are. */
public final class OwnParts {
    private OwnParts() {}

    /** The operator's own part; fails with {@link Refused} when it has none with this id. */
    public static Uni<PartRow> find(Mutiny.Session session, OperatorId operator, TraceId trace) {
        return session.find(PartRow.class, trace.value())
                .map(row -> row != null && row.operatorId().equals(operator.value()) ? row : null)
                .onItem()
                .ifNull()
                .failWith(() -> new Refused(Reason.NO_SUCH_PART));
    }
}
