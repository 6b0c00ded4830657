package dev.denchi.model.massbalance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.lot.Party;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a recycler's site recovered in a year, beside Annex XII. */
class RecoveryTest {
    private static final LotLedger LEDGER = Chain.ofTheExamples().ledger();

    @Test
    void counts_what_one_step_yields_and_the_next_takes_in_once() {
        assertEquals(
                List.of(
                        "Cobalt 184.000 kg 171.500 kg 93.21 % of 90 from 2027-12-31: true",
                        "Copper 240.100 kg 0.000 kg 0.00 % of 90 from 2027-12-31: false",
                        "Lithium 55.700 kg 44.250 kg 79.44 % of 50 from 2027-12-31: true",
                        "Nickel 266.660 kg 248.200 kg 93.08 % of 90 from 2027-12-31: true"),
                told("kita-recycling", "4912346000018", 2026));
    }

    @Test
    void lead_is_recovered_where_it_is_smelted() {
        assertEquals(
                List.of("Lead 510.000 kg 500.000 kg 98.04 % of 90 from 2027-12-31: true"),
                told("nanao-lead", "4912346400016", 2026));
    }

    @Test
    void nothing_is_said_of_a_year_or_a_site_without_recycling() {
        assertEquals(List.of(), told("kita-recycling", "4912346000018", 2027));
        assertEquals(List.of(), told("awa-precursor", "4912346200012", 2026));
    }

    private static List<String> told(String operator, String gln, int year) {
        Party site = new Party(new OperatorId(operator), new FacilityIdentifier("GLN", gln));
        return Recovery.of(LEDGER, site, year).stream()
                .map(each -> each.element() + " " + each.input() + " " + each.output() + " " + each.yield() + " % of "
                        + each.target() + " from " + each.targetFrom() + ": " + each.reachesTarget())
                .toList();
    }
}
