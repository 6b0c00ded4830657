package dev.denchi.model.verification;

import static dev.denchi.model.credential.SignedExamples.NOW;
import static dev.denchi.model.credential.SignedExamples.POLICY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.access.Reader;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.credential.SignedExamples;
import dev.denchi.model.format.Examples;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.massbalance.Chain;
import dev.denchi.model.massbalance.Chain.Line;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.verification.Check.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A claim on lots, checked offline with the lots' own tokens. */
class MassBalanceCheckTest {
    private static final Map<OperatorId, SignedExamples> SIGNERS = new ConcurrentHashMap<>();
    private static final List<Line> CHAIN = Chain.ofTheExamples().lines();
    private static final Line CLAIM = CHAIN.get(CHAIN.size() - 1);
    private static final String NICKEL = "kita-recycling:NI-2026-041";

    @Test
    void the_lots_hold_what_is_declared() {
        Check check = check(signed(CLAIM), lots());

        assertEquals(Result.PASSED, check.result(), check.reason());
        assertEquals(
                "the 40 statements given hold it: Cobalt 4.0000 % pre-consumer and 13.5000 % post-consumer of 969.000"
                        + " kg, Lithium 1.2000 % pre-consumer and 6.3000 % post-consumer of 579.400 kg, Nickel 3.1000 %"
                        + " pre-consumer and 5.4000 % post-consumer of 2897.000 kg, Lead 0.0000 % pre-consumer and 85.0000"
                        + " % post-consumer of 2.09916 kg; the weakest of them is DOCUMENTED; whether the same lots back"
                        + " other claims, only the service can tell",
                check.reason());
    }

    @Test
    void without_the_lots_nothing_is_told() {
        Check check = check(signed(CLAIM), List.of());

        assertEquals(Result.INDETERMINATE, check.result());
        assertEquals("missing: lot setouchi-cathode:N622-26-088, lot nanao-lead:PB-26-102", check.reason());
    }

    @Test
    void a_lot_that_is_missing_is_named() {
        Check check = check(signed(CLAIM), lotsWithout(NICKEL));

        assertEquals(Result.INDETERMINATE, check.result());
        assertEquals("missing: lot " + NICKEL, check.reason());
    }

    @Test
    void more_than_the_lots_hold_is_contradicted_with_the_figures() {
        ObjectNode more =
                Examples.set(CLAIM.document().deepCopy(), "/recycledContent/2/postConsumerShare/value", "5.5");

        Check check = check(signed(new Line(CLAIM.kind(), CLAIM.operator(), more)), lots());

        assertEquals(Result.FAILED, check.result());
        assertTrue(
                check.reason().contains("post-consumer share of Nickel declared as 5.5 %, the lots make it 5.4000 %"));
    }

    @Test
    void a_lot_that_another_operator_signed_is_not_believed() {
        List<String> lots = new ArrayList<>(lotsWithout(NICKEL));
        Line nickel = line(NICKEL);
        lots.add(signed(new Line(nickel.kind(), CLAIM.operator(), nickel.document()))
                .serialize());

        Check check = check(signed(CLAIM), lots);

        assertEquals(Result.INDETERMINATE, check.result());
        assertEquals(
                "missing: lot kita-recycling:NI-2026-041; not believed: urn:denchi:lot:kita-recycling:NI-2026-041 (it"
                        + " speaks of lot:kita-recycling:NI-2026-041, said by"
                        + " did:web:127.0.0.1%3A8080:operators:sakura-cells)",
                check.reason());
    }

    @Test
    void a_lot_whose_signature_does_not_hold_is_not_believed() {
        List<String> lots = new ArrayList<>(lotsWithout(NICKEL));
        String token = signed(line(NICKEL)).serialize();
        int signature = token.indexOf('~') - 20;
        char flipped = token.charAt(signature) == 'A' ? 'B' : 'A';
        lots.add(token.substring(0, signature) + flipped + token.substring(signature + 1));

        Check check = check(signed(CLAIM), lots);

        assertEquals(Result.INDETERMINATE, check.result());
        assertTrue(
                check.reason().startsWith("missing: lot kita-recycling:NI-2026-041; not believed: "), check.reason());
    }

    @Test
    void a_lot_that_is_shown_by_half_is_not_believed() {
        List<String> lots = new ArrayList<>(lotsWithout(NICKEL));
        lots.add(signed(line(NICKEL))
                .cut(POLICY, Reader.inGroup("public").granted(Map.of(RecordKind.LOT, Set.of("/mass"))))
                .serialize());

        Check check = check(signed(CLAIM), lots);

        assertEquals(Result.INDETERMINATE, check.result());
        assertTrue(check.reason().contains("it is no whole statement on lots"), check.reason());
    }

    @Test
    void a_chain_in_which_recycled_mass_is_made_backs_nothing() {
        List<String> lots = changed(NICKEL, document -> {
            Examples.set(document, "/elements/0/preConsumer/value", "80");
            return Examples.set(document, "/elements/0/postConsumer/value", "168.2");
        });

        Check check = check(signed(CLAIM), lots);

        assertEquals(Result.FAILED, check.result());
        assertTrue(check.reason().contains("post-consumer Nickel output 168.200 kg exceeds the input 165.240 kg"));
    }

    /** The credit may have come in with a lot that is not upstream of this claim, so that its token was not given. */
    @Test
    void whether_an_allocation_is_covered_the_tokens_of_one_claim_do_not_tell() {
        List<String> lots = changed(line -> switch (line.event().key()) {
            case "lot:nanao-lead:PB-26-102" -> with(line, "/elements/0/postConsumer/value", "430");
            case "transformation:nanao-lead:RF-26-017" -> with(line, "/custodyModel", "\"MASS_BALANCE\"");
            default -> line;
        });

        Check check = check(signed(CLAIM), lots);

        assertEquals(Result.PASSED, check.result(), check.reason());
        assertTrue(
                check.reason()
                        .endsWith(
                                "; whether the same lots back other claims, and whether what was allocated was there to"
                                        + " allocate, only the service can tell"),
                check.reason());
    }

    @Test
    void the_public_does_not_see_the_claim() {
        RecordToken cut = signed(CLAIM).cut(POLICY, Reader.inGroup("public"));

        assertEquals(Result.NOT_APPLICABLE, check(cut, lots()).result());
    }

    private static Check check(RecordToken token, List<String> lots) {
        var keys = CHAIN.stream()
                .map(Line::operator)
                .distinct()
                .map(operator -> signer(operator).published)
                .toList();
        Verification found =
                SignedExamples.verified(token.serialize(), Given.keys(keys, NOW).withLots(lots));
        return found.check("mass-balance").orElseThrow();
    }

    private static List<String> lots() {
        return changed("none", document -> document);
    }

    private static List<String> lotsWithout(String id) {
        return CHAIN.stream()
                .filter(line -> line != CLAIM && !isLot(line, id))
                .map(line -> signed(line).serialize())
                .toList();
    }

    private static List<String> changed(String id, UnaryOperator<ObjectNode> change) {
        return changed(line -> isLot(line, id)
                ? new Line(
                        line.kind(),
                        line.operator(),
                        change.apply(line.document().deepCopy()))
                : line);
    }

    private static List<String> changed(UnaryOperator<Line> change) {
        return CHAIN.stream()
                .filter(line -> line != CLAIM)
                .map(change)
                .map(line -> signed(line).serialize())
                .toList();
    }

    private static Line with(Line line, String pointer, String json) {
        return new Line(
                line.kind(), line.operator(), Examples.set(line.document().deepCopy(), pointer, json));
    }

    private static Line line(String id) {
        return CHAIN.stream().filter(each -> isLot(each, id)).findFirst().orElseThrow();
    }

    private static boolean isLot(Line line, String id) {
        return line.kind() == RecordKind.LOT
                && line.document().path("lotId").asText().equals(id);
    }

    private static RecordToken signed(Line line) {
        return signer(line.operator()).signed(line.kind(), line.document(), 1, null, NOW);
    }

    private static SignedExamples signer(OperatorId operator) {
        return SIGNERS.computeIfAbsent(operator, each -> SignedExamples.by(each, each.value()));
    }
}
