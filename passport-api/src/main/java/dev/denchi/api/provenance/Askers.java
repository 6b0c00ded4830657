package dev.denchi.api.provenance;

import dev.denchi.api.access.Caller;
import dev.denchi.api.access.Role;
import dev.denchi.api.access.reader.Readers;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.access.Grant;
import dev.denchi.api.store.lot.KnownLot;
import dev.denchi.api.store.lot.LotLedgers;
import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Set;

/**
 * Who may ask for what. Of a model: its operator, whom that granted something of it, a legitimate interest, an authority. Of a lot: who made
 * it, has it, had it or is offered it, and an authority. Everybody else is told that there is no such thing.
 */
@Singleton
class Askers {
    private final Readers readers;
    private final LotLedgers ledgers;

    Askers(Readers readers, LotLedgers ledgers) {
        this.readers = readers;
        this.ledgers = ledgers;
    }

    Uni<Void> requireModel(Caller caller, OperatorId owner, ModelId model) {
        boolean open =
                caller.role() == Role.AUTHORITY || caller.role() == Role.LEGITIMATE_INTEREST || caller.belongsTo(owner);
        return open
                ? Uni.createFrom().voidItem()
                : readers.of(caller, Set.of(owner))
                        .invoke(readership -> requireGranted(readership.grants(), model))
                        .replaceWithVoid();
    }

    Uni<KnownLot> lot(Caller caller, LotId lot) {
        OperatorId asker = caller.role() == Role.AUTHORITY ? lot.operator() : Objects.requireNonNull(caller.operator());
        return ledgers.lots(asker, Set.of(lot)).map(found -> {
            KnownLot known = found.get(lot);
            if (known == null) {
                throw Rejected.because(ProblemType.NOT_FOUND, "you neither made, have nor had a lot " + lot);
            }
            return known;
        });
    }

    private static void requireGranted(Set<Grant> grants, ModelId model) {
        if (grants.stream().noneMatch(grant -> grant.covers(model))) {
            throw Rejected.because(ProblemType.NOT_FOUND, "there is no claim on lots that you may see here");
        }
    }
}
