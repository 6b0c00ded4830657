package dev.denchi.model.massbalance;

import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.lot.Draw;
import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.RecycledContentClaim;
import dev.denchi.model.lot.RecycledContentClaim.Consumption;
import dev.denchi.model.lot.Transfer;
import dev.denchi.model.lot.Transformation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a new version of a statement does to those that stand on it.
 *
 * @param imbalances what the new version breaks itself, and what no longer holds of others because of it
 * @param affectedClaims claims with lots downstream, to be answered again
 */
public record Correction(List<Imbalance> imbalances, List<RecycledContentClaim> affectedClaims) {

    public Correction {
        imbalances = List.copyOf(imbalances);
        affectedClaims = List.copyOf(affectedClaims);
    }

    /**
     * Judges the new version, and again each statement on the same lots.
     *
     * @param ledger with the version before, and all that lies downstream of it
     * @param signer whose signature is on the new version
     */
    public static Correction of(LotLedger ledger, LotEvent before, LotEvent corrected, OperatorId signer) {
        LotLedger without = ledger.without(before);
        List<Imbalance> imbalances = new ArrayList<>(MassBalance.judge(without, corrected, signer));
        LotLedger after = without.with(corrected);
        Set<LotId> touched = Stream.of(before, corrected)
                .flatMap(event -> event.match(new Touched()).stream())
                .collect(LinkedHashSet::new, Set::add, Set::addAll);
        for (LotEvent standing : standingOn(touched, after, corrected)) {
            imbalances.addAll(MassBalance.judge(after.without(standing), standing, standing.operator()));
        }
        Set<LotId> downstream = downstream(touched, after);
        List<RecycledContentClaim> claims = after.claims().values().stream()
                .filter(claim ->
                        claim.consumption().stream().map(Consumption::lot).anyMatch(downstream::contains))
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .toList();
        return new Correction(imbalances, claims);
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

    private static Set<LotId> downstream(Set<LotId> from, LotLedger ledger) {
        Set<LotId> reached = new LinkedHashSet<>(from);
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Transformation each : ledger.transformations().values()) {
                if (each.inputs().stream().map(Draw::lot).anyMatch(reached::contains)) {
                    grows |= reached.addAll(each.outputs());
                }
            }
        }
        return reached;
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
