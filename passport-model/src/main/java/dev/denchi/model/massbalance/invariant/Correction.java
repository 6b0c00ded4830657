package dev.denchi.model.massbalance.invariant;

import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.lot.Draw;
import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.RecycledContentClaim;
import dev.denchi.model.lot.RecycledContentClaim.Consumption;
import dev.denchi.model.lot.Transfer;
import dev.denchi.model.lot.Transformation;
import dev.denchi.model.massbalance.LotLedger;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a new version of a statement does to those that stand on it.
 *
 * @param own what the new version breaks itself
 * @param ofOthers what no longer holds of others because of it
 */
public record Correction(List<Imbalance> own, List<Imbalance> ofOthers) {

    public Correction {
        own = List.copyOf(own);
        ofOthers = List.copyOf(ofOthers);
    }

    /**
     * Judges the new version, and again each statement on the same lots.
     *
     * @param ledger with the version before, and all that stands on its lots
     * @param signer whose signature is on the new version
     */
    public static Correction of(LotLedger ledger, LotEvent before, LotEvent corrected, OperatorId signer) {
        LotLedger without = ledger.without(before);
        LotLedger after = without.with(corrected);
        Set<LotId> touched = Stream.of(before, corrected)
                .flatMap(event -> event.match(new Touched()).stream())
                .collect(Collectors.toSet());
        List<Imbalance> ofOthers = standingOn(touched, after, corrected).stream()
                .flatMap(standing -> MassBalance.judge(after.without(standing), standing, standing.operator()).stream())
                .toList();
        return new Correction(MassBalance.judge(without, corrected, signer), ofOthers);
    }

    /** Those that draw on a lot, hand it over or yield it. */
    private static List<LotEvent> standingOn(Set<LotId> touched, LotLedger ledger, LotEvent corrected) {
        return Stream.of(
                        ledger.transformations().values(),
                        ledger.given().values(),
                        ledger.answered().values(),
                        ledger.claims().values())
                .flatMap(events -> events.stream())
                .filter(event -> !event.key().equals(corrected.key()))
                .filter(event -> event.match(new Touched()).stream().anyMatch(touched::contains))
                .map(LotEvent.class::cast)
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .toList();
    }

    /** The lots that a statement speaks of. */
    private record Touched() implements LotEvent.Cases<List<LotId>> {
        @Override
        public List<LotId> lot(MaterialLot lot) {
            return List.of(lot.id());
        }

        @Override
        public List<LotId> transformation(Transformation transformation) {
            return Stream.concat(transformation.inputs().stream().map(Draw::lot), transformation.outputs().stream())
                    .toList();
        }

        @Override
        public List<LotId> transfer(Transfer transfer) {
            return List.of(transfer.lot());
        }

        @Override
        public List<LotId> claim(RecycledContentClaim claim) {
            return claim.consumption().stream().map(Consumption::lot).toList();
        }
    }
}
