package dev.denchi.api.provenance;

import dev.denchi.api.access.Caller;
import dev.denchi.api.access.Role;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.lineage.Trades;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;

/** Finds what a caller may know of names: an authority all of them, others those they traded with. */
@Singleton
class Masks {
    private final Trades trades;
    private final Uni<byte[]> secret;

    Masks(Trades trades) {
        this.trades = trades;
        this.secret = trades.pseudonymSecret().memoize().indefinitely();
    }

    Uni<Mask> of(Caller caller) {
        if (caller.role() == Role.AUTHORITY) {
            return secret.map(drawn -> new Mask(null, Set.of(), drawn));
        }
        OperatorId asker = caller.operator();
        if (asker == null) {
            throw Rejected.because(ProblemType.FORBIDDEN, "who asks for provenance belongs to an operator");
        }
        return trades.partnersOf(asker).flatMap(partners -> secret.map(drawn -> new Mask(asker, partners, drawn)));
    }
}
