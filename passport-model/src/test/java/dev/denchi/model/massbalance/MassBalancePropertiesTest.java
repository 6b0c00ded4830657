package dev.denchi.model.massbalance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.denchi.model.lot.Element;
import dev.denchi.model.lot.Origin;
import dev.denchi.model.quantity.Fraction;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/** What holds of every story that operators can tell of their lots, not only of those that somebody thought of. */
class MassBalancePropertiesTest {
    private static final int STORIES = 50;

    @Property(tries = STORIES, shrinking = ShrinkingMode.OFF)
    void a_chain_of_true_statements_balances(@ForAll @Size(min = 300, max = 1000) byte[] tape) {
        World world = new World(tape, false);
        while (world.goesOn()) {
            world.next();
        }
        assertEquals(List.of(), world.refusals);
        assertEquals(
                Stream.generate(() -> ClaimAnswer.State.SUPPORTED)
                        .limit(world.ledger.claims().size())
                        .toList(),
                world.ledger.claims().values().stream()
                        .map(claim -> ClaimAnswer.of(world.ledger, claim).state())
                        .toList());
        Statistics.label("claims")
                .collect(!world.ledger.claims().isEmpty())
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 5));
    }

    @Property(tries = STORIES, shrinking = ShrinkingMode.OFF)
    void no_sequence_of_statements_makes_recycled_mass(@ForAll @Size(min = 300, max = 1000) byte[] tape) {
        World world = new World(tape, true);
        while (world.goesOn()) {
            world.next();
            for (Element element : List.of(Element.NICKEL, Element.COBALT)) {
                world.recovered(element).forEach((origin, masses) -> assertNotMore(element, origin, masses));
            }
        }
        Statistics.label("some were refused, some were not")
                .collect(!world.refusals.isEmpty() && world.accepted > 0)
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 50));
    }

    @Property(tries = STORIES, shrinking = ShrinkingMode.OFF)
    void no_holder_has_less_than_nothing(@ForAll @Size(min = 300, max = 1000) byte[] tape) {
        World world = new World(tape, true);
        while (world.goesOn()) {
            world.next();
        }
        world.ledger
                .balances()
                .forEach((holding, balance) -> assertFalse(balance.left().isNegative(), () -> holding + " " + balance));
    }

    @Property(tries = STORIES, shrinking = ShrinkingMode.OFF)
    void a_ledger_without_what_was_entered_is_the_one_before(@ForAll @Size(min = 100, max = 400) byte[] tape) {
        World world = new World(tape, false);
        while (world.goesOn()) {
            LotLedger before = world.ledger;
            world.next();
            for (var transformation : world.ledger.transformations().values()) {
                LotLedger taken = world.ledger.without(transformation).with(transformation);
                assertEquals(world.ledger.balances(), taken.balances());
                assertEquals(world.ledger.transformations(), taken.transformations());
            }
            assertEquals(
                    true, world.ledger.lots().keySet().containsAll(before.lots().keySet()));
        }
    }

    private static void assertNotMore(Element element, Origin origin, List<Fraction> masses) {
        assertFalse(
                masses.get(1).isMoreThan(masses.get(0)),
                () -> origin + " " + element + ": " + masses.get(1).toDecimal(3) + " mg are there, "
                        + masses.get(0).toDecimal(3) + " mg were recovered");
    }
}
