package dev.denchi.model.massbalance;

import dev.denchi.model.identifier.LotId;
import dev.denchi.model.lot.Draw;
import dev.denchi.model.lot.Element;
import dev.denchi.model.lot.Party;
import dev.denchi.model.lot.Transformation;
import dev.denchi.model.quantity.Fraction;
import dev.denchi.model.quantity.Mass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How much of an element a recycler's site recovered in a year, over all its steps, beside the target of Annex XII, part C. What one
 * step yields and the next takes in is counted once. Copper is here and in no share of Article 8.
 *
 * @param yield in percent with two decimals, a half rounded up
 * @param target in percent
 * @param targetFrom the day from which the target holds; it may lie after the year
 */
public record Recovery(
        Element element, Mass input, Mass output, BigDecimal yield, BigDecimal target, LocalDate targetFrom) {
    private static final int DECIMALS = 2;
    private static final LocalDate FIRST = LocalDate.of(2027, 12, 31);
    private static final LocalDate SECOND = LocalDate.of(2031, 12, 31);

    public boolean reachesTarget() {
        return yield.compareTo(target) >= 0;
    }

    /** Of each element of Annex XII that went into recycling there. */
    public static List<Recovery> of(LotLedger ledger, Party site, int year) {
        List<Transformation> steps = ledger.transformations().values().stream()
                .filter(each -> each.type().isRecycling() && each.to().getYear() == year)
                .filter(each -> each.operator().equals(site.operator())
                        && each.facility().equals(site.facility()))
                .toList();
        Set<LotId> intermediate = new HashSet<>();
        steps.forEach(step -> intermediate.addAll(step.outputs()));
        return List.of(Element.COBALT, Element.COPPER, Element.LEAD, Element.LITHIUM, Element.NICKEL).stream()
                .map(element -> of(element, steps, intermediate, ledger, year))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Recovery> of(
            Element element, Collection<Transformation> steps, Set<LotId> intermediate, LotLedger ledger, int year) {
        Fraction in = Fraction.ZERO;
        Fraction out = Fraction.ZERO;
        for (Transformation step : steps) {
            for (Draw draw : step.inputs()) {
                Fraction taken = taken(element, draw, ledger);
                if (intermediate.contains(draw.lot())) {
                    out = out.minus(taken);
                } else {
                    in = in.plus(taken);
                }
            }
            out = out.plus(Flows.of(step, ledger).out(element).asFraction());
        }
        if (in.isZero()) {
            return Optional.empty();
        }
        BigDecimal yield = out.times(Fraction.of(100)).dividedBy(in).toDecimal(DECIMALS);
        LocalDate from = year < SECOND.getYear() ? FIRST : SECOND;
        return Optional.of(
                new Recovery(element, in.wholeMilligrams(), out.wholeMilligrams(), yield, target(element, from), from));
    }

    private static Fraction taken(Element element, Draw draw, LotLedger ledger) {
        return ledger.lot(draw.lot())
                .map(lot -> Flows.total(lot, element).asFraction().times(Flows.part(draw.mass(), lot)))
                .orElse(Fraction.ZERO);
    }

    private static BigDecimal target(Element element, LocalDate from) {
        boolean isFirst = from.equals(FIRST);
        return BigDecimal.valueOf(element == Element.LITHIUM ? (isFirst ? 50 : 80) : (isFirst ? 90 : 95));
    }
}
