package dev.denchi.model.massbalance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.lot.Element;
import dev.denchi.model.lot.Origin;
import dev.denchi.model.lot.Party;
import dev.denchi.model.massbalance.AllocationLedger.Account;
import dev.denchi.model.massbalance.AllocationLedger.Entry;
import dev.denchi.model.massbalance.AllocationLedger.Statement;
import dev.denchi.model.quantity.Mass;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** closing = opening + inflow - allocated - expired, and never below zero unseen (I8). */
class AllocationLedgerTest {
    private static final Account NICKEL = new Account(
            new Party(new OperatorId("kita-recycling"), new FacilityIdentifier("GLN", "4912346000018")),
            Element.NICKEL,
            Origin.POST_CONSUMER);
    private static final BalancingPeriod SPRING = new BalancingPeriod(2026, 1);

    @Test
    void what_came_in_may_be_allocated_in_its_quarter_and_three_more() {
        AllocationLedger ledger = inflow(SPRING, 100).with(entry(2026, 4, 0, 40));

        assertEquals(statement(2026, 1, 0, 100, 0, 0, 100), ledger.statement(NICKEL, SPRING));
        assertEquals(statement(2026, 4, 100, 0, 40, 0, 60), ledger.statement(NICKEL, new BalancingPeriod(2026, 4)));
        assertEquals(statement(2027, 1, 60, 0, 0, 60, 0), ledger.statement(NICKEL, new BalancingPeriod(2027, 1)));
        assertTrue(ledger.uncovered(NICKEL).isEmpty());
    }

    @Test
    void a_credit_that_expired_covers_nothing() {
        AllocationLedger ledger = inflow(SPRING, 100).with(entry(2027, 1, 0, 1));

        assertEquals(
                statement(2027, 1, 100, 0, 1, 100, -1), ledger.uncovered(NICKEL).orElseThrow());
    }

    @Test
    void the_oldest_is_used_first() {
        AllocationLedger ledger =
                inflow(SPRING, 100).with(entry(2026, 2, 100, 0)).with(entry(2026, 3, 0, 100));

        assertEquals(statement(2027, 1, 100, 0, 0, 0, 100), ledger.statement(NICKEL, new BalancingPeriod(2027, 1)));
    }

    @Test
    void what_is_told_late_of_an_earlier_quarter_is_told_there() {
        AllocationLedger ledger =
                inflow(SPRING, 100).with(entry(2026, 2, 0, 100)).with(entry(2026, 1, 0, 30));

        assertEquals(
                statement(2026, 2, 70, 0, 100, 0, -30), ledger.uncovered(NICKEL).orElseThrow());
    }

    @Test
    void a_day_lies_in_its_quarter() {
        assertEquals(new BalancingPeriod(2026, 1), BalancingPeriod.of(LocalDate.of(2026, 3, 31)));
        assertEquals(new BalancingPeriod(2026, 2), BalancingPeriod.of(LocalDate.of(2026, 4, 1)));
        assertEquals(new BalancingPeriod(2026, 4), BalancingPeriod.of(LocalDate.of(2026, 12, 31)));
        assertThrows(IllegalArgumentException.class, () -> new BalancingPeriod(2026, 5));
    }

    private static AllocationLedger inflow(BalancingPeriod period, long kilograms) {
        return AllocationLedger.EMPTY.with(entry(period.year(), period.quarter(), kilograms, 0));
    }

    private static Entry entry(int year, int quarter, long inflow, long allocated) {
        return new Entry(NICKEL, new BalancingPeriod(year, quarter), kg(inflow), kg(allocated));
    }

    private static Statement statement(
            int year, int quarter, long opening, long inflow, long allocated, long expired, long closing) {
        return new Statement(
                new BalancingPeriod(year, quarter), kg(opening), kg(inflow), kg(allocated), kg(expired), kg(closing));
    }

    private static Mass kg(long kilograms) {
        return new Mass(kilograms * 1_000_000);
    }
}
