package dev.denchi.model.massbalance.invariant;

import dev.denchi.model.lot.Element;
import dev.denchi.model.lot.ElementMass;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.Origin;
import dev.denchi.model.massbalance.Flows;
import dev.denchi.model.massbalance.invariant.Findings.Place;
import dev.denchi.model.quantity.Fraction;
import dev.denchi.model.quantity.Mass;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a lot shows by itself: I4 against its own assays, I6, I7, I11. */
final class LotInvariants {
    private final MaterialLot lot;
    private final Findings findings;
    private final Place place;

    LotInvariants(MaterialLot lot, Findings findings) {
        this.lot = lot;
        this.findings = findings;
        this.place = Place.ofLot("", lot.id());
    }

    void judge() {
        Set<Element> seen = EnumSet.noneOf(Element.class);
        for (int i = 0; i < lot.elements().size(); i++) {
            ElementMass held = lot.elements().get(i);
            Place at = Place.ofLot("/elements/" + i, lot.id()).of(held.element());
            if (!seen.add(held.element())) {
                findings.add(
                        Invariant.ORIGINS_SUM_TO_THE_TOTAL, at, "twice", "once", "%s is given twice", held.element());
            }
            originsSum(held, at);
            fitsTheCompound(held, at);
            fitsTheAssay(held, at);
            fitsTheWaste(held, at);
        }
        weighsAtMostTheLot();
    }

    private void originsSum(ElementMass held, Place at) {
        for (Origin origin : Origin.values()) {
            if (held.of(origin).isNegative()) {
                findings.add(
                        Invariant.ORIGINS_SUM_TO_THE_TOTAL,
                        at,
                        held.of(origin),
                        Mass.ZERO,
                        "%s %s is %s, nothing weighs less than nothing",
                        origin,
                        held.element(),
                        held.of(origin));
            }
        }
        Mass sum = held.preConsumer().plus(held.postConsumer()).plus(held.primary());
        if (!sum.equals(held.total())) {
            findings.add(
                    Invariant.ORIGINS_SUM_TO_THE_TOTAL,
                    at,
                    sum,
                    held.total(),
                    "pre-consumer, post-consumer and primary %s make %s, the total says %s",
                    held.element(),
                    sum,
                    held.total());
        }
    }

    private void fitsTheCompound(ElementMass held, Place at) {
        Mass atMost = lot.mass()
                .asFraction()
                .times(lot.material().atMost(held.element()))
                .wholeMilligrams();
        if (held.total().isMoreThan(atMost)) {
            findings.add(
                    Invariant.ELEMENT_FITS_ITS_COMPOUND,
                    at,
                    held.total(),
                    atMost,
                    "%s of %s exceed %s, the most that %s of %s can hold, by %s",
                    held.total(),
                    held.element(),
                    atMost,
                    lot.mass(),
                    lot.material().formula().isEmpty()
                            ? lot.material()
                            : lot.material().formula(),
                    held.total().minus(atMost));
        }
    }

    private void weighsAtMostTheLot() {
        Mass sum = lot.elements().stream().map(ElementMass::total).reduce(Mass.ZERO, Mass::plus);
        if (sum.isMoreThan(lot.mass()) && lot.elements().size() > 1) {
            findings.add(
                    Invariant.ELEMENT_FITS_ITS_COMPOUND,
                    new Place("/elements", place.who(), lot.id(), null),
                    sum,
                    lot.mass(),
                    "its elements weigh %s, the lot %s",
                    sum,
                    lot.mass());
        }
    }

    private void fitsTheAssay(ElementMass held, Place at) {
        Flows.assayed(lot, held.element()).ifPresent(assayed -> {
            Fraction uncertainty = Flows.uncertainty(lot, held.element());
            Fraction apart = held.total().asFraction().minus(assayed).magnitude();
            if (apart.isMoreThan(uncertainty) && apart.isMoreThan(Fraction.ONE)) {
                findings.add(
                        Invariant.ELEMENTS_CLOSE,
                        at,
                        held.total(),
                        assayed.wholeMilligrams() + " ± " + uncertainty.wholeMilligrams(),
                        "%s of %s are declared, the assay makes it %s with an uncertainty of %s",
                        held.total(),
                        held.element(),
                        assayed.wholeMilligrams(),
                        uncertainty.wholeMilligrams());
            }
        });
    }

    /** Where no lot lies before this one, its waste decides; where a transformation does, that is judged with its inputs. */
    private void fitsTheWaste(ElementMass held, Place at) {
        if (lot.waste() == null && lot.madeBy() != null) {
            return;
        }
        for (Origin origin : List.of(Origin.PRE_CONSUMER, Origin.POST_CONSUMER)) {
            if (!held.of(origin).isMoreThan(Mass.ZERO)) {
                continue;
            }
            if (lot.waste() == null) {
                findings.add(
                        Invariant.ORIGINS_SUM_TO_THE_TOTAL,
                        at,
                        held.of(origin),
                        Mass.ZERO,
                        "%s of %s %s, from no waste and no lot that is known; what is unknown is primary",
                        held.of(origin),
                        origin,
                        held.element());
            } else if (lot.waste().wasteClass().originOf(held.element()) != origin) {
                findings.add(
                        Invariant.WASTE_CLASS_DECIDES_THE_ORIGIN,
                        at,
                        held.of(origin),
                        Mass.ZERO,
                        "%s of %s %s, out of %s it is %s",
                        held.of(origin),
                        origin,
                        held.element(),
                        lot.waste().wasteClass(),
                        lot.waste().wasteClass().originOf(held.element()));
            }
        }
    }
}
