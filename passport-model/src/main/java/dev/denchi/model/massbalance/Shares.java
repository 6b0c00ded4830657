package dev.denchi.model.massbalance;

import dev.denchi.model.lot.Element;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.Origin;
import dev.denchi.model.lot.RecycledContentClaim;
import dev.denchi.model.lot.RecycledContentClaim.Consumption;
import dev.denchi.model.quantity.Fraction;
import java.util.List;

/**
 * The masses of one element that a claim's lots hold, in milligrams: of cobalt, lithium and nickel in active materials, of lead in all
 * of them (Article 8(1)). Recycled content that came by book and claim is primary here.
 */
record Shares(Element element, Fraction total, Fraction preConsumer, Fraction postConsumer) {

    static Shares of(Element element, RecycledContentClaim claim, LotLedger ledger) {
        Shares sum = new Shares(element, Fraction.ZERO, Fraction.ZERO, Fraction.ZERO);
        for (Consumption used : claim.consumption()) {
            MaterialLot lot = ledger.lots().get(used.lot());
            if (lot != null && (lot.material().isActive() || !countsInActiveMaterialsOnly(element))) {
                boolean counts = Upstream.of(ledger, List.of(lot.id())).countsForArticle8();
                sum = sum.plus(lot, Flows.part(used.mass(), lot), counts);
            }
        }
        return sum;
    }

    static boolean countsInActiveMaterialsOnly(Element element) {
        return element.isOfArticle8() && element != Element.LEAD;
    }

    /** The share of the whole, in percent; zero of nothing. */
    Fraction percent(Fraction mass) {
        return total.isZero() ? Fraction.ZERO : mass.times(Fraction.of(100)).dividedBy(total);
    }

    private Shares plus(MaterialLot lot, Fraction part, boolean counts) {
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
