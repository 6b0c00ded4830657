package dev.denchi.model.massbalance.invariant;

import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.lot.Element;
import dev.denchi.model.lot.LotEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The imbalances of one statement, as they are found. */
final class Findings {
    private final List<Imbalance> imbalances = new ArrayList<>();

    /** Where one was found, and about what. */
    record Place(
            String pointer,
            String who,
            @Nullable LotId lot,
            @Nullable Element element) {
        static Place at(String pointer, LotEvent event) {
            return new Place(pointer, event.name(), null, null);
        }

        static Place ofLot(String pointer, LotId lot) {
            return new Place(pointer, "Lot " + lot, lot, null);
        }

        Place of(Element followed) {
            return new Place(pointer, who, lot, followed);
        }
    }

    void add(Invariant invariant, Place place, Object found, Object allowed, String sentence, Object... values) {
        imbalances.add(new Imbalance(
                invariant,
                place.pointer(),
                place.lot(),
                place.element(),
                found.toString(),
                allowed.toString(),
                place.who() + ": " + String.format(sentence, values) + " (" + invariant.number() + ", "
                        + invariant.source() + ")"));
    }

    /** What nobody backs, or somebody else signed, is not believed (I12). */
    void signedAndBacked(LotEvent event, OperatorId signer) {
        if (!signer.equals(event.operator())) {
            add(
                    Invariant.CUSTODIAN_STANDS_BY_IT,
                    Place.at("", event),
                    signer,
                    event.operator(),
                    "signed by %s, it is for %s to say",
                    signer,
                    event.operator());
        }
        if (event.evidence().isEmpty()) {
            add(
                    Invariant.CUSTODIAN_STANDS_BY_IT,
                    Place.at("/evidence", event),
                    "no document",
                    "one at least",
                    "no document backs it, one at least must");
        }
    }

    List<Imbalance> all() {
        return List.copyOf(imbalances);
    }
}
