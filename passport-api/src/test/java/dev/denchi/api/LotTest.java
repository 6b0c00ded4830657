package dev.denchi.api;

import static dev.denchi.api.Calls.as;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Records of material lots: balanced, or refused with what is left. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class LotTest {
    @Inject
    Store store;

    @Test
    void takes_the_whole_chain_from_all_who_are_in_it() {
        ProvenanceChain chain = ProvenanceChain.posted("chain-");

        assertEquals(40, chain.receipts().size());
        assertEquals("0", store.text("""
                select coalesce(sum(received_mg - drawn_mg - claimed_mg), 0)::text from passport.lot_holding h
                join passport.lot l on l.record_id = h.lot where l.number = 'chain-N622-26-088'"""));
    }

    @Test
    void fifty_draws_at_once_take_no_more_than_there_is_and_the_others_are_told_what_is_left()
            throws InterruptedException, ExecutionException {
        ProvenanceChain.send(People.REFINER, "lot", ProvenanceChain.record("race-", "NS-26-0412"))
                .then()
                .statusCode(201);

        List<Response> answers = Together.times(50, number -> give("race-", number, "300"));

        Map<Integer, Long> statuses = answers.stream().collect(groupingBy(Response::statusCode, counting()));
        assertEquals(Map.of(201, 39L, 422, 11L), statuses); // 11 972 kg hold 300 kg 39 times
        answers.stream()
                .filter(answer -> answer.statusCode() == 422)
                .forEach(refused -> refused.then()
                        .body("violations[0].rule", equalTo("lot-is-not-overdrawn"))
                        .body("violations[0].pointer", equalTo("/mass"))
                        .body("violations[0].message", containsString("the 272.000 kg left")));
        assertEquals("11700000000 of 11972000000", store.text("""
                select drawn_mg || ' of ' || received_mg from passport.lot_holding h join passport.lot l on l.record_id = h.lot
                where l.number = 'race-NS-26-0412'"""));
    }

    @Test
    void draws_that_their_operator_signed_race_like_any_other() throws InterruptedException, ExecutionException {
        ObjectNode lot = ProvenanceChain.record("signed-", "NS-26-0412").put("lotId", "sakura-cells:signed-1");
        lot.set("facility", ProvenanceChain.claim("signed-", "any").path("facility"));
        ProvenanceChain.send(People.CELL_MAKER, "lot", lot).then().statusCode(201);
        OwnKey key = OwnKey.registered(People.CELL_MAKERS_ADMINISTRATOR);
        List<String> tokens = IntStream.range(0, 20)
                .mapToObj(number -> key.token(People.CELL_MAKER, "transfer", given(number, lot)))
                .toList();

        List<Response> answers =
                Together.times(20, number -> OwnKey.post(People.CELL_MAKER, "transfer", tokens.get(number)));

        Map<Integer, Long> statuses = answers.stream().collect(groupingBy(Response::statusCode, counting()));
        assertEquals(Map.of(201, 11L, 422, 9L), statuses); // 11 972 kg hold 1 000 kg 11 times
    }

    /** A thousand kilograms from the cell maker to the precursor maker. */
    private static ObjectNode given(int number, ObjectNode lot) {
        ObjectNode transfer = transfer("signed-", number, "1000")
                .put("transferId", "sakura-cells:signed-" + number)
                .put("lotId", lot.path("lotId").textValue());
        transfer.withObject("/from").put("operator", "sakura-cells");
        transfer.withObject("/from").set("facility", lot.path("facility"));
        return transfer;
    }

    @Test
    void what_the_receiver_refuses_is_the_givers_again() {
        ProvenanceChain.send(People.REFINER, "lot", ProvenanceChain.record("refuse-", "NS-26-0412"))
                .then()
                .statusCode(201);
        give("refuse-", 1, "11972").then().statusCode(201);
        give("refuse-", 2, "1").then().statusCode(422);

        ObjectNode answer = transfer("refuse-", 1, "11972").put("step", "REFUSED");
        ProvenanceChain.send(People.CATHODE_MAKER, "transfer", answer).then().statusCode(422);
        ProvenanceChain.send(People.PRECURSOR_MAKER, "transfer", answer).then().statusCode(201);

        give("refuse-", 3, "11972").then().statusCode(201);
        ProvenanceChain.send(People.PRECURSOR_MAKER, "transfer", answer.put("step", "ACCEPTED"))
                .then()
                .statusCode(422)
                .body("violations.rule", hasItem("lot-is-not-overdrawn"));
    }

    @Test
    void of_anothers_lot_nobody_learns_whether_it_exists() {
        ProvenanceChain.send(People.REFINER, "lot", ProvenanceChain.record("hidden-", "NS-26-0412"))
                .then()
                .statusCode(201);
        ObjectNode transfer = transfer("hidden-", 1, "5").put("transferId", "nanao-lead:hidden-1");
        transfer.withObject("from").put("operator", "nanao-lead");

        Response known = ProvenanceChain.send(People.LEAD_SMELTER, "transfer", transfer);
        Response unknown = ProvenanceChain.send(
                People.LEAD_SMELTER, "transfer", transfer.put("lotId", "hokuriku-refining:hidden-NS-26-0413"));

        known.then().statusCode(422).body("violations[0].rule", equalTo("lots-are-known"));
        assertEquals(known.asString().replace("0412", "0413"), unknown.asString());
    }

    @Test
    void a_transfer_to_nobody_is_refused() {
        ProvenanceChain.send(People.REFINER, "lot", ProvenanceChain.record("nobody-", "NS-26-0412"))
                .then()
                .statusCode(201);
        ObjectNode transfer = transfer("nobody-", 1, "5");
        transfer.withObject("/to").put("operator", "nobody-here");

        ProvenanceChain.send(People.REFINER, "transfer", transfer)
                .then()
                .statusCode(422)
                .body("violations.rule", hasItem("operator-is-known"));
    }

    @Test
    void what_another_made_is_handed_on_only_on_purpose_as_its_name_names_its_maker() {
        ProvenanceChain.send(People.REFINER, "lot", ProvenanceChain.record("onward-", "NS-26-0412"))
                .then()
                .statusCode(201);
        give("onward-", 1, "100").then().statusCode(201);
        ObjectNode accepted = transfer("onward-", 1, "100").put("step", "ACCEPTED");
        ProvenanceChain.send(People.PRECURSOR_MAKER, "transfer", accepted)
                .then()
                .statusCode(201);
        ObjectNode onward = accepted.deepCopy();
        onward.put("step", "GIVEN").put("transferId", "awa-precursor:onward-2");
        onward.set("from", onward.path("to"));
        onward.set("to", onward.path("from").deepCopy());
        onward.withObject("/to").put("operator", "sakura-cells");

        ProvenanceChain.send(People.PRECURSOR_MAKER, "transfer", onward)
                .then()
                .statusCode(422)
                .body("violations.rule", contains("maker-is-told-on-purpose"))
                .body("violations[0].pointer", equalTo("/tellsMaker"));
        ProvenanceChain.send(People.PRECURSOR_MAKER, "transfer", onward.put("tellsMaker", true))
                .then()
                .statusCode(201);
    }

    @Test
    void a_correction_that_leaves_others_without_their_draws_is_refused() {
        Response posted = ProvenanceChain.send(People.REFINER, "lot", ProvenanceChain.record("less-", "NS-26-0412"));
        posted.then().statusCode(201);
        give("less-", 1, "8000").then().statusCode(201);

        ObjectNode less = ProvenanceChain.record("less-", "NS-26-0412");
        less.withObject("mass").put("value", new BigDecimal("7999"));
        less.withArray("elements").get(0).withObject("/total").put("value", new BigDecimal("1700"));
        put(People.REFINER, posted, less)
                .then()
                .statusCode(422)
                .body("violations.rule", hasItem("lot-is-not-overdrawn"));

        less.withObject("mass").put("value", new BigDecimal("8001"));
        put(People.REFINER, posted, less).then().statusCode(200).body("version", equalTo(2));
        give("less-", 2, "1").then().statusCode(201);
        give("less-", 3, "0.000001")
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString("0.000 kg left"));
    }

    @Test
    void the_same_request_is_answered_again_and_draws_once() {
        ProvenanceChain.send(People.REFINER, "lot", ProvenanceChain.record("again-", "NS-26-0412"))
                .then()
                .statusCode(201);
        for (int i = 0; i < 3; i++) {
            as(People.REFINER)
                    .header("Idempotency-Key", "again-1")
                    .contentType("application/json")
                    .body(transfer("again-", 1, "11972").toString())
                    .post("/v1/records/transfer")
                    .then()
                    .statusCode(201);
        }
        assertTrue(store.text("select (drawn_mg = received_mg)::text from passport.lot_holding h join passport.lot l "
                        + "on l.record_id = h.lot where l.number = 'again-NS-26-0412'")
                .equals("true"));
    }

    static Response put(People person, Response posted, ObjectNode body) {
        return as(person)
                .header("If-Match", posted.header("ETag"))
                .contentType("application/json")
                .body(body.toString())
                .put(posted.<String>path("links.self"));
    }

    private static Response give(String tag, int number, String kilograms) {
        return ProvenanceChain.send(People.REFINER, "transfer", transfer(tag, number, kilograms));
    }

    /** From the refiner to the precursor maker. */
    private static ObjectNode transfer(String tag, int number, String kilograms) {
        ObjectNode transfer = ProvenanceChain.lines(tag).stream()
                .map(ProvenanceChain.Line::record)
                .filter(record -> record.path("transferId").asText().startsWith("hokuriku-refining:" + tag))
                .filter(record -> record.path("lotId").asText().endsWith("NS-26-0412"))
                .map(record -> (ObjectNode) record.deepCopy())
                .findFirst()
                .orElseThrow();
        transfer.put("transferId", "hokuriku-refining:" + tag + number);
        transfer.withObject("mass").put("value", new BigDecimal(kilograms));
        return transfer;
    }
}
