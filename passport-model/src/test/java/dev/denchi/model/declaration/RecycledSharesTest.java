package dev.denchi.model.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.denchi.model.declaration.RecycledShares.Share;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecycledSharesTest {

    @Test
    void the_shares_of_one_part_are_those_of_the_battery_whatever_it_weighs() {
        assertEquals(
                split("4.0", "13.5"),
                RecycledShares.of(List.of(new Share(amount("8"), null, split("4.0", "13.5"))))
                        .orElseThrow());
    }

    /** By hand: 8 × 0.3 kg at 4 % and 2 × 0.1 kg at 0 % pre-consumer: 2.4 × 4 / 2.6 = 3.692307…; post-consumer 2.4 × 10 / 2.6 = 9.230769… */
    @Test
    void several_parts_weigh_by_their_metal_and_are_rounded_down() {
        assertEquals(
                split("3.69230", "9.23076"),
                RecycledShares.of(List.of(
                                new Share(amount("8"), amount("0.3"), split("4", "10")),
                                new Share(amount("2"), amount("0.1"), split("0", "0"))))
                        .orElseThrow());
    }

    @Test
    void one_unknown_split_leaves_only_the_total_known() {
        assertEquals(
                new RecycledShares(null, null, amount("52.00000")),
                RecycledShares.of(List.of(
                                new Share(amount("1"), amount("1"), split("4", "10")),
                                new Share(amount("1"), amount("1"), new RecycledShares(null, null, amount("90")))))
                        .orElseThrow());
    }

    @Test
    void parts_of_unknown_weight_cannot_be_put_together() {
        assertEquals(
                Optional.empty(),
                RecycledShares.of(List.of(
                        new Share(amount("1"), amount("1"), split("4", "10")),
                        new Share(amount("1"), null, split("4", "10")))));
        assertEquals(Optional.empty(), RecycledShares.of(List.of()));
    }

    private static RecycledShares split(String pre, String post) {
        return new RecycledShares(amount(pre), amount(post), amount(pre).add(amount(post)));
    }

    private static BigDecimal amount(String value) {
        return new BigDecimal(value);
    }
}
