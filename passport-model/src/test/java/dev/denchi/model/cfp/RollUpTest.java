package dev.denchi.model.cfp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.model.cfp.Contribution.Own;
import dev.denchi.model.cfp.Contribution.Supplied;
import dev.denchi.model.part.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RollUpTest {
    private static final Dqr ANY = Dqr.of("1", "1", "1");
    private static final Emissions NONE = new Emissions(Figure.ZERO, Figure.ZERO, ANY);

    @Test
    void data_quality_is_that_of_the_published_vector() {
        // (2.1 × 5 + 2.3 × 4 + 2.2 × 12 + 2 × 10) / (5 + 4 + 12 + 10) = 66.1 / 31 = 2.13225…, rounded up
        List<Contribution> parts =
                List.of(supplied("0.5", "10", "2.1"), supplied("20", "0.2", "2.3"), supplied("30", "0.4", "2.2"));

        Footprint totals = RollUp.totals(own("10", "0", "2"), parts);

        assertEquals(Dqr.of("2.13226", "2.13226", "2.13226"), totals.main().dqr());
        assertEquals(Figure.of("10"), totals.main().production());
        assertEquals(Figure.of("21"), totals.main().component());
    }

    @Test
    void each_amount_counts_and_the_sum_is_rounded_once() {
        // 0.33333 × 0.00001 + 0.33333 × 0.00001 = 0.0000066666: one step up, not one for each part
        List<Contribution> parts = List.of(supplied("0.33333", "0.00001", "1"), supplied("0.33333", "0.00001", "1"));

        assertEquals(
                Figure.of("0.00001"),
                RollUp.totals(own("0", "0", "1"), parts).main().component());
    }

    @Test
    void a_part_that_the_operator_accounts_for_itself_stays_its_own_doing_or_bought_as_it_says() {
        Footprint part = new Footprint(
                new Emissions(Figure.of("0.2"), Figure.of("0.3"), ANY),
                new Emissions(Figure.of("2"), Figure.of("3"), ANY));

        Footprint totals = RollUp.totals(own("1", "1", "1"), List.of(new Own(Figure.of("4"), part)));

        assertEquals(Figure.of("0.8"), totals.pre().production());
        assertEquals(Figure.of("1.2"), totals.pre().component());
        assertEquals(Figure.of("9"), totals.main().production());
        assertEquals(Figure.of("13"), totals.main().component());
    }

    @Test
    void what_a_supplier_did_himself_is_bought_to_his_customer() {
        Footprint supplier = own("3", "2", "1");
        Contribution bought = new Supplied(Figure.of("2"), Answer.of(supplier, new Release(true, true)));

        Footprint totals = RollUp.totals(own("1", "0", "1"), List.of(bought));

        assertEquals(Figure.of("1"), totals.main().production());
        assertEquals(Figure.of("10"), totals.main().component());
    }

    @Test
    void what_was_not_released_is_not_told_and_adds_nothing() {
        Answer nothing = Answer.of(own("3", "2", "1"), Release.NOTHING);

        assertEquals(new Answer.Told(null, Dqr.UNKNOWN), nothing.main());
        assertEquals(
                own("1", "0", "1").main(),
                RollUp.totals(own("1", "0", "1"), List.of(new Supplied(Figure.of("2"), nothing)))
                        .main());
    }

    @Test
    void data_quality_that_is_not_known_of_some_emission_is_not_known_of_the_sum() {
        Answer sumAlone = Answer.of(own("3", "2", "1"), new Release(true, false));

        Footprint totals = RollUp.totals(own("1", "0", "1"), List.of(new Supplied(Figure.of("2"), sumAlone)));

        assertEquals(Dqr.UNKNOWN, totals.main().dqr());
        assertEquals(Figure.of("10"), totals.main().component());
    }

    @Test
    void data_quality_of_no_emission_does_not_count() {
        Footprint totals =
                RollUp.totals(own("1", "0", "1.5"), List.of(supplied("0", "7", "4"), supplied("3", "0", "5")));

        assertEquals(Dqr.of("1.5", "1.5", "1.5"), totals.main().dqr());
        assertEquals(
                Dqr.of("0", "0", "0"),
                RollUp.totals(own("0", "0", "3"), List.of()).main().dqr());
    }

    @RepeatedTest(50)
    void holds_for_any_parts(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<Contribution> parts = new ArrayList<>();
        BigDecimal exact = BigDecimal.ZERO;
        for (int i = random.nextInt(50); i > 0; i--) {
            Figure amount = figure(random);
            Figure emission = figure(random);
            exact = exact.add(amount.value().multiply(emission.value()));
            parts.add(supplied(amount.toString(), emission.toString(), Integer.toString(1 + random.nextInt(5))));
        }
        Emissions total = RollUp.totals(own("1", "0", "3"), parts).main();
        Collections.shuffle(parts, random);

        assertEquals(total, RollUp.totals(own("1", "0", "3"), parts).main(), "the order of parts does not matter");
        BigDecimal rounding = component(total).subtract(exact);
        assertTrue(
                rounding.signum() >= 0 && rounding.compareTo(new BigDecimal("0.00001")) < 0, rounding::toPlainString);
        assertTrue(isBetween(total.dqr().teR(), "1", "5"), () -> "a mean is no better than the best: " + total.dqr());
    }

    private static BigDecimal component(Emissions total) {
        Figure component = total.component();
        return component == null ? BigDecimal.ZERO : component.value();
    }

    private static boolean isBetween(@Nullable Figure rating, String least, String most) {
        return rating != null && rating.compareTo(Figure.of(least)) >= 0 && rating.compareTo(Figure.of(most)) <= 0;
    }

    private static Figure figure(Random random) {
        return new Figure(BigDecimal.valueOf(random.nextLong(10_000_000_000L), Figure.DECIMALS));
    }

    private static Footprint own(String production, String component, String rating) {
        return new Footprint(
                NONE, new Emissions(Figure.of(production), Figure.of(component), Dqr.of(rating, rating, rating)));
    }

    private static Contribution supplied(String amount, String emission, String rating) {
        return new Supplied(Figure.of(amount), Answer.of(own(emission, "0", rating), new Release(true, true)));
    }
}
