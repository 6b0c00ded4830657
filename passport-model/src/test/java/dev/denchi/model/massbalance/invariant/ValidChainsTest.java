package dev.denchi.model.massbalance.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.model.lot.Assurance;
import dev.denchi.model.lot.Element;
import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.lot.RecycledContentClaim;
import dev.denchi.model.massbalance.Chain;
import dev.denchi.model.massbalance.ClaimAnswer;
import dev.denchi.model.massbalance.ClaimAnswer.State;
import dev.denchi.model.massbalance.LotLedger;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Chains that add up are taken whole, and their claims are what their lots hold. */
class ValidChainsTest {
    private static final Chain EXAMPLE = Chain.ofTheExamples();
    private static final String CLAIM = "recycled-content:sakura-cells:SC-NMC-77:GLN:4912345000026:2026";

    @Test
    void the_example_chain_balances() {
        assertEquals(Map.of(), EXAMPLE.refused());
    }

    @Test
    void the_example_claim_is_what_its_lots_hold() {
        ClaimAnswer answer = ClaimAnswer.of(EXAMPLE.ledger(), (RecycledContentClaim) EXAMPLE.event(CLAIM));

        assertEquals(State.SUPPORTED, answer.state());
        assertEquals(List.of(), answer.missing());
        assertEquals(
                Map.of(
                        Element.COBALT, "4.0000 + 13.5000 of 969.000 kg",
                        Element.LITHIUM, "1.2000 + 6.3000 of 579.400 kg",
                        Element.NICKEL, "3.1000 + 5.4000 of 2897.000 kg",
                        Element.LEAD, "0.0000 + 85.0000 of 2.09916 kg"),
                told(answer));
    }

    @Test
    void a_chain_is_backed_as_well_as_its_weakest_link() {
        ClaimAnswer answer = ClaimAnswer.of(EXAMPLE.ledger(), (RecycledContentClaim) EXAMPLE.event(CLAIM));
        assertEquals(Assurance.DOCUMENTED, answer.assurance());

        Chain weaker = EXAMPLE.with("lot:hokuriku-refining:CS-26-0188", "/evidence", "[]");
        assertEquals(
                Assurance.SELF_DECLARED,
                ClaimAnswer.of(weaker.ledger(), (RecycledContentClaim) weaker.event(CLAIM))
                        .assurance());
    }

    @Test
    void the_shared_chain_loads_and_gives_exactly_the_shares_that_it_expects() throws IOException {
        SharedChain shared = SharedChain.load();

        LotLedger ledger = LotLedger.EMPTY;
        for (LotEvent event : shared.events()) {
            assertEquals(List.of(), MassBalance.judge(ledger, event, event.operator()), event::key);
            ledger = ledger.with(event);
        }
        ClaimAnswer answer = ClaimAnswer.of(ledger, shared.claim());

        assertEquals(State.SUPPORTED, answer.state());
        for (ClaimAnswer.Share share : answer.shares()) {
            var expected = shared.expected().path("shares").path(SharedChain.symbol(share.element()));
            assertSame(expected.path("pre").decimalValue(), share.preConsumer());
            assertSame(expected.path("post").decimalValue(), share.postConsumer());
            assertSame(
                    shared.expected()
                            .path("totalElementKg")
                            .path(SharedChain.symbol(share.element()))
                            .decimalValue(),
                    share.total().kilograms());
        }
        assertEquals(3, answer.shares().size());
    }

    @Test
    void a_lot_that_is_not_there_leaves_the_claim_open_and_names_it() {
        for (String absent : List.of("lot:kita-recycling:BM-2026-019", "transformation:kita-recycling:HM-2026-007")) {
            LotLedger ledger = EXAMPLE.ledger().without(EXAMPLE.event(absent));
            ClaimAnswer answer = ClaimAnswer.of(ledger, (RecycledContentClaim) EXAMPLE.event(CLAIM));

            assertEquals(State.INCOMPLETE, answer.state());
            assertEquals(List.of(absent.replaceFirst(":", " ")), answer.missing());
            assertEquals(List.of(), answer.shares(), "a share of what is known would pass for a small one");
        }
    }

    @Test
    void recycled_content_that_came_by_book_and_claim_is_primary() {
        Chain booked = EXAMPLE.with("transformation:kita-recycling:HM-2026-007", "/custodyModel", "\"BOOK_AND_CLAIM\"");
        ClaimAnswer answer = ClaimAnswer.of(booked.ledger(), (RecycledContentClaim) booked.event(CLAIM));

        assertEquals(State.CONTRADICTED, answer.state());
        assertEquals("0.0000 + 0.0000 of 2897.000 kg", told(answer).get(Element.NICKEL));
        assertTrue(answer.contradictions()
                .contains("pre-consumer share of Nickel declared as 3.1 %, the lots make it 0.0000 %; "
                        + "post-consumer share of Nickel declared as 5.4 %, the lots make it 0.0000 %"));
    }

    private static void assertSame(BigDecimal expected, BigDecimal found) {
        assertEquals(0, expected.compareTo(found), () -> expected + " is not " + found);
    }

    private static Map<Element, String> told(ClaimAnswer answer) {
        Map<Element, String> told = new TreeMap<>();
        answer.shares()
                .forEach(share -> told.put(
                        share.element(), share.preConsumer() + " + " + share.postConsumer() + " of " + share.total()));
        return told;
    }
}
