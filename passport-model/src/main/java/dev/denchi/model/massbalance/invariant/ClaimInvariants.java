package dev.denchi.model.massbalance.invariant;

import dev.denchi.model.identifier.LotId;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.Party;
import dev.denchi.model.lot.RecycledContentClaim;
import dev.denchi.model.lot.RecycledContentClaim.Consumption;
import dev.denchi.model.lot.RecycledContentClaim.Declared;
import dev.denchi.model.massbalance.ClaimAnswer;
import dev.denchi.model.massbalance.ClaimAnswer.Share;
import dev.denchi.model.massbalance.Holding;
import dev.denchi.model.massbalance.LotLedger;
import dev.denchi.model.massbalance.Shares;
import dev.denchi.model.massbalance.invariant.Findings.Place;
import dev.denchi.model.quantity.Mass;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether a claim may stand: I2 and I9 for what it draws, I10, I13, I14. A lot that is not known yet breaks nothing: the claim is
 * incomplete, and its answer says so.
 */
final class ClaimInvariants {
    private final RecycledContentClaim claim;
    private final LotLedger ledger;
    private final Findings findings;
    private final Party plant;

    ClaimInvariants(RecycledContentClaim claim, LotLedger ledger, Findings findings) {
        this.claim = claim;
        this.ledger = ledger;
        this.findings = findings;
        this.plant = new Party(claim.operator(), claim.id().plant());
    }

    void judge() {
        Map<LotId, Mass> drawn = new LinkedHashMap<>();
        Map<LotId, String> places = new HashMap<>();
        for (int i = 0; i < claim.consumption().size(); i++) {
            Consumption used = claim.consumption().get(i);
            String pointer = "/massBalance/consumption/" + i;
            drawn.merge(used.lot(), used.mass(), Mass::plus);
            places.putIfAbsent(used.lot(), pointer);
            ledger.lot(used.lot()).ifPresent(lot -> consumedThen(used, lot, pointer + "/consumedOn"));
        }
        drawn.keySet().retainAll(ledger.lots().keySet());
        drawn.forEach((lot, mass) -> consumedThere(lot, mass, places.getOrDefault(lot, "")));
        elementsCount();
        sharesAreThoseOfTheLots();
    }

    private void consumedThen(Consumption used, MaterialLot lot, String pointer) {
        boolean isThen = used.on().getYear() == claim.id().year() && !used.on().isBefore(lot.producedOn());
        if (!isThen) {
            findings.add(
                    Invariant.CONSUMED_THERE_AND_THEN,
                    Place.ofLot(pointer, used.lot()),
                    used.on(),
                    claim.id().year(),
                    "consumed on %s; the claim is on %s, and the lot was made on %s",
                    used.on(),
                    claim.id().year(),
                    lot.producedOn());
        }
    }

    private void consumedThere(LotId lot, Mass mass, String pointer) {
        Holding holding = new Holding(lot, plant);
        if (ledger.balance(holding).received().isZero()) {
            findings.add(
                    Invariant.CONSUMED_THERE_AND_THEN,
                    Place.ofLot(pointer + "/lotId", lot),
                    mass,
                    Mass.ZERO,
                    "%s consumed at %s, where %s never had any of it",
                    mass,
                    plant.facility(),
                    plant.operator());
            return;
        }
        new Draws(ledger, findings).draw(holding, mass, pointer + "/mass");
    }

    private void elementsCount() {
        for (int i = 0; i < claim.declared().size(); i++) {
            Declared declared = claim.declared().get(i);
            if (!declared.element().isOfArticle8()) {
                findings.add(
                        Invariant.ONLY_WHAT_ARTICLE_8_COUNTS,
                        Place.at("/recycledContent/" + i, claim).of(declared.element()),
                        declared.element(),
                        "Cobalt, Lithium, Nickel, Lead",
                        "a share of %s is declared, Article 8 knows none",
                        declared.element());
            }
        }
        for (int i = 0; i < claim.consumption().size(); i++) {
            String pointer = "/massBalance/consumption/" + i + "/lotId";
            ledger.lot(claim.consumption().get(i).lot()).ifPresent(lot -> isActive(lot, pointer));
        }
    }

    /** Lead counts in the whole battery, the other metals in its active materials. */
    private void isActive(MaterialLot lot, String pointer) {
        if (lot.material().isActive()) {
            return;
        }
        lot.elements().stream()
                .filter(held -> Shares.countsInActiveMaterialsOnly(held.element()))
                .findFirst()
                .ifPresent(held -> findings.add(
                        Invariant.ONLY_WHAT_ARTICLE_8_COUNTS,
                        Place.ofLot(pointer, lot.id()).of(held.element()),
                        lot.material(),
                        "an active material",
                        "%s of %s is in %s, which is no active material",
                        held.total(),
                        held.element(),
                        lot.material()));
    }

    private void sharesAreThoseOfTheLots() {
        ClaimAnswer answer = ClaimAnswer.of(ledger, claim);
        if (answer.state() != ClaimAnswer.State.CONTRADICTED) {
            return;
        }
        for (Share share : answer.shares()) {
            share.contradiction()
                    .ifPresent(sentence -> findings.add(
                            Invariant.SHARE_IS_THAT_OF_THE_LOTS,
                            Place.at("/recycledContent", claim).of(share.element()),
                            share.declaredText(),
                            share.computedText(),
                            "%s",
                            sentence));
        }
    }
}
