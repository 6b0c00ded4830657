package dev.denchi.model.massbalance.invariant;

import dev.denchi.model.lot.Element;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.Origin;
import dev.denchi.model.lot.Transformation;
import dev.denchi.model.massbalance.AllocationLedger;
import dev.denchi.model.massbalance.Flows;
import dev.denchi.model.massbalance.LotLedger;
import dev.denchi.model.massbalance.invariant.Findings.Place;
import dev.denchi.model.quantity.Fraction;
import dev.denchi.model.quantity.Mass;
import java.util.List;

/** The elements of a transformation whose lots are all known: I4, I5, I5b, I8, I15. */
final class ElementInvariants {
    private static final List<Origin> RECYCLED = List.of(Origin.PRE_CONSUMER, Origin.POST_CONSUMER);

    private final Transformation transformation;
    private final LotLedger ledger;
    private final Findings findings;
    private final Flows flows;
    private final Place place;

    ElementInvariants(Transformation transformation, LotLedger ledger, Findings findings) {
        this.transformation = transformation;
        this.ledger = ledger;
        this.findings = findings;
        this.flows = Flows.of(transformation, ledger);
        this.place = Place.at("", transformation);
    }

    void judge() {
        for (Element element : flows.elements()) {
            closes(element);
            isNotMade(element);
            keepsTheShare(element);
            recoversAtMostTheInput(element);
        }
        allocationsAreCovered();
    }

    /** What is apart by less than 1 mg, the last digit of a record, is no difference. */
    private void closes(Element element) {
        Mass out = flows.out(element);
        Mass lost = transformation.lost(element);
        Fraction in = flows.in(element);
        Fraction apart = in.minus(out.plus(lost).asFraction()).magnitude();
        Fraction allowed = flows.squaredUncertainty(element);
        if (apart.times(apart).isMoreThan(allowed) && !Fraction.ONE.isMoreThan(apart)) {
            findings.add(
                    Invariant.ELEMENTS_CLOSE,
                    place.of(element),
                    out.plus(lost),
                    in.wholeMilligrams(),
                    "%s output %s and loss %s make %s, the input is %s; the assays explain a difference of %s",
                    element,
                    out,
                    lost,
                    out.plus(lost),
                    in.wholeMilligrams(),
                    root(allowed));
        }
    }

    private void isNotMade(Element element) {
        if (!transformation.custody().keepsShares()) {
            return;
        }
        for (Origin origin : RECYCLED) {
            Mass out = flows.out(element, origin);
            Mass in = flows.in(element, origin).wholeMilligrams();
            if (out.isMoreThan(in)) {
                findings.add(
                        Invariant.RECYCLED_MASS_IS_NOT_MADE,
                        place.of(element),
                        out,
                        in,
                        "%s %s output %s exceeds the input %s by %s",
                        origin,
                        element,
                        out,
                        in,
                        out.minus(in));
            }
        }
    }

    private void keepsTheShare(Element element) {
        Fraction in = flows.in(element);
        if (!transformation.custody().keepsShares() || in.isZero()) {
            return;
        }
        for (MaterialLot output : flows.outputs()) {
            for (Origin origin : RECYCLED) {
                Fraction fair = flows.in(element, origin)
                        .times(Flows.total(output, element).asFraction())
                        .dividedBy(in);
                Mass told = Flows.of(output, element, origin);
                if (!Fraction.ONE.isMoreThan(fair.minus(told.asFraction()).magnitude())) {
                    findings.add(
                            Invariant.BLENDING_KEEPS_THE_SHARE,
                            Place.ofLot("", output.id()).of(element),
                            told,
                            fair.wholeMilligrams(),
                            "%s %s is %s, its share of the input makes it %s",
                            origin,
                            element,
                            told,
                            fair.wholeMilligrams());
                }
            }
        }
    }

    private void recoversAtMostTheInput(Element element) {
        Mass in = flows.in(element).wholeMilligrams();
        Mass out = flows.out(element);
        if (transformation.type().isRecycling() && out.isMoreThan(in)) {
            findings.add(
                    Invariant.RECOVERY_IS_AT_MOST_THE_INPUT,
                    place.of(element),
                    out,
                    in,
                    "%s of %s recovered out of %s, %s more than went in",
                    out,
                    element,
                    in,
                    out.minus(in));
        }
    }

    private void allocationsAreCovered() {
        List<AllocationLedger.Entry> allocations = flows.allocations();
        AllocationLedger after = ledger.allocations();
        for (AllocationLedger.Entry entry : allocations) {
            after = after.with(entry);
        }
        for (AllocationLedger.Entry entry : allocations) {
            after.uncovered(entry.account()).ifPresent(statement -> uncovered(entry.account(), statement));
        }
    }

    private void uncovered(AllocationLedger.Account account, AllocationLedger.Statement statement) {
        Mass there = statement.allocated().plus(statement.closing());
        findings.add(
                Invariant.ALLOCATION_IS_COVERED,
                place.of(account.element()),
                statement.allocated(),
                there,
                "%s of %s %s allocated in %s exceed the %s that %s has to allocate by %s",
                statement.allocated(),
                account.origin(),
                account.element(),
                statement.period(),
                there,
                account.site().facility(),
                Mass.ZERO.minus(statement.closing()));
    }

    /** For people: rounded, never judged by. */
    private static Mass root(Fraction square) {
        return new Mass(square.numerator().divide(square.denominator()).sqrt().longValueExact());
    }
}
