package dev.denchi.model.massbalance;

import dev.denchi.model.identifier.LotId;
import dev.denchi.model.lot.Element;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.Origin;
import dev.denchi.model.lot.RecycledContentClaim;
import dev.denchi.model.lot.RecycledContentClaim.Consumption;
import dev.denchi.model.quantity.Fraction;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The masses of one element that a claim's lots hold, in milligrams: of cobalt, lithium and nickel in active materials, of lead in all
 * of them (Article 8(1)). Recycled content that came by book and claim is primary here.
 */
public record Shares(Element element, Fraction total, Fraction preConsumer, Fraction postConsumer) {

    /** Of each element of Article 8. */
    public static Map<Element, Shares> of(RecycledContentClaim claim, LotLedger ledger) {
        Map<Element, Shares> sums = new EnumMap<>(Element.class);
        Stream.of(Element.values())
                .filter(Element::isOfArticle8)
                .forEach(
                        element -> sums.put(element, new Shares(element, Fraction.ZERO, Fraction.ZERO, Fraction.ZERO)));
        Map<LotId, Boolean> counting = new HashMap<>();
        for (Consumption used : claim.consumption()) {
            ledger.lot(used.lot()).ifPresent(lot -> {
                Fraction part = Flows.part(used.mass(), lot);
                boolean counts = counting.computeIfAbsent(
                        lot.id(), id -> Upstream.of(ledger, List.of(id)).countsForArticle8());
                sums.replaceAll((element, sum) -> sum.plus(lot, part, counts));
            });
        }
        return sums;
    }

    public static boolean countsInActiveMaterialsOnly(Element element) {
        return element.isOfArticle8() && element != Element.LEAD;
    }

    /** The share of the whole, in percent; zero of nothing. */
    Fraction percent(Fraction mass) {
        return total.isZero() ? Fraction.ZERO : mass.times(Fraction.of(100)).dividedBy(total);
    }

    private Shares plus(MaterialLot lot, Fraction part, boolean counts) {
        if (countsInActiveMaterialsOnly(element) && !lot.material().isActive()) {
            return this;
        }
        return new Shares(
                element,
                total.plus(part.times(Flows.total(lot, element).asFraction())),
                preConsumer.plus(counts ? of(lot, Origin.PRE_CONSUMER).times(part) : Fraction.ZERO),
                postConsumer.plus(counts ? of(lot, Origin.POST_CONSUMER).times(part) : Fraction.ZERO));
    }

    private Fraction of(MaterialLot lot, Origin origin) {
        return Flows.of(lot, element, origin).asFraction();
    }
}
