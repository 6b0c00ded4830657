package dev.denchi.model.massbalance.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.massbalance.Chain;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A new version is judged, and so is everything that stands on the version before. */
class CorrectionTest {
    private static final Chain EXAMPLE = Chain.ofTheExamples();
    private static final String PRECURSOR = "lot:awa-precursor:P622-26-115";

    @Test
    void one_that_changes_nothing_others_rest_on_breaks_nothing() {
        Chain corrected = EXAMPLE.with("lot:kita-recycling:BM-2026-017", "/assays/0/uncertainty/value", "0.13");

        Correction found = correction(corrected, "lot:kita-recycling:BM-2026-017");

        assertEquals(List.of(), found.own());
        assertEquals(List.of(), found.ofOthers());
    }

    @Test
    void a_lot_that_shrinks_below_what_was_drawn_is_told_by_each_draw() {
        Chain corrected = EXAMPLE.with(PRECURSOR, "/mass/value", "7600");

        Correction found = correction(corrected, PRECURSOR);

        assertEquals(
                List.of(
                        "Lot awa-precursor:P622-26-115: 7690.000 kg drawn exceed the 7600.000 kg left with"
                                + " awa-precursor at GLN:4912346200012 by 90.000 kg (I2, ISO 22095:2020)",
                        "Transformation awa-precursor:PP-26-031: outputs of 7600.000 kg and losses of 20343.000 kg make"
                                + " 27943.000 kg, inputs and auxiliaries 28033.000 kg"
                                + " (I3, Delegated Regulation (EU) 2025/606)"),
                found.ofOthers().stream()
                        .filter(each -> each.invariant() == Invariant.LOT_IS_NOT_OVERDRAWN
                                || each.invariant() == Invariant.MASS_CLOSES)
                        .map(Imbalance::message)
                        .sorted()
                        .toList());
    }

    @Test
    void less_recycled_metal_upstream_no_longer_covers_what_came_of_it() {
        String blackMass = "lot:kita-recycling:BM-2026-019";
        Chain corrected = EXAMPLE.with(blackMass, "/elements/2/preConsumer/value", "80");

        Correction found = correction(corrected, blackMass);

        assertEquals(
                List.of("Transformation kita-recycling:HM-2026-007: pre-consumer Nickel output 90.520 kg exceeds the"
                        + " input 80.000 kg by 10.520 kg (I5, Article 8(1))"),
                found.ofOthers().stream()
                        .filter(each -> each.invariant() == Invariant.RECYCLED_MASS_IS_NOT_MADE)
                        .map(Imbalance::message)
                        .toList());
    }

    private static Correction correction(Chain corrected, String key) {
        LotEvent before = EXAMPLE.event(key);
        return Correction.of(EXAMPLE.ledger(), before, corrected.event(key), before.operator());
    }
}
