package dev.denchi.api;

import static dev.denchi.api.Calls.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Claims of recycled content, by what the lots say. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ClaimTest {
    @Inject
    Store store;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void what_the_lots_hold_supports_the_claim_and_is_judged_once() {
        ProvenanceChain chain = ProvenanceChain.posted("chain-");
        Response claim = claim(People.CELL_MAKER, chain);

        claim.then()
                .statusCode(200)
                .body("state", equalTo("SUPPORTED"))
                .body("missing", empty())
                .body("contradictions", empty())
                .body("verdict", equalTo(1))
                .body("modelId", equalTo(chain.modelId()));
        assertEquals(
                claim.<Integer>path("verdict"),
                claim(People.MARKET_SURVEILLANCE, chain).<Integer>path("verdict"));
        assertEquals(4, claim.<List<?>>path("shares").size());
        String link = chain.claim().path("links.claim");
        as(People.CELL_MAKER).get(link).then().statusCode(200).body("state", equalTo("SUPPORTED"));
    }

    @Test
    void every_lot_back_to_the_waste_contributes_what_came_through_it() {
        ProvenanceChain chain = ProvenanceChain.posted("chain-");
        Response behind = as(People.MARKET_SURVEILLANCE).get("/v1/provenance/claims/" + record(chain) + "/upstream");

        behind.then().statusCode(200).body("total", equalTo(15)).body("lots.size()", equalTo(15));
        assertEquals("SUPPORTED", behind.path("claim.state"));
        // all nickel of the claim comes through the cathode material, and through what lies where the chain begins
        BigDecimal begins = nickel(behind, "kita-recycling:chain-EOL-2026-031")
                .add(nickel(behind, "kita-recycling:chain-BM-2026-019"))
                .add(nickel(behind, "hokuriku-refining:chain-NS-26-0412"));
        BigDecimal cathode = nickel(behind, "setouchi-cathode:chain-N622-26-088");
        assertTrue(cathode.subtract(begins).abs().compareTo(new BigDecimal("0.000003")) < 0, begins::toString);
    }

    @Test
    void a_claim_above_what_the_lots_hold_is_refused_with_the_figures() {
        ProvenanceChain chain = ProvenanceChain.posted("chain-");
        String model = "LOTS-TOO-MUCH";
        Calls.post("battery-model", Examples.ofModel("battery-model", model))
                .then()
                .statusCode(201);
        ObjectNode claim = ProvenanceChain.claim("chain-", model);
        Calls.post("recycled-content", claim)
                .then()
                .statusCode(422)
                .body("violations.rule", hasItem("one-claim-for-a-kilogram"));
        assertTrue(chain.claim().statusCode() == 201);
    }

    @Test
    void a_correction_behind_a_claim_flags_it_and_it_is_judged_again() {
        ProvenanceChain chain = ProvenanceChain.posted("flag-");
        claim(People.CELL_MAKER, chain).then().body("verdict", equalTo(1));
        int line = 6; // the refiner's nickel: another trade name changes no balance
        ObjectNode corrected =
                ProvenanceChain.record("flag-", "NS-26-0412").put("tradeName", "Nickel sulphate, class 1");
        LotTest.put(People.REFINER, chain.receipts().get(line), corrected)
                .then()
                .statusCode(200);

        assertEquals(
                "true",
                store.text("select (flagged_at is not null)::text from passport.claim where model_id = '"
                        + chain.modelId() + "'"));
        claim(People.CELL_MAKER, chain).then().body("verdict", equalTo(2)).body("state", equalTo("SUPPORTED"));
    }

    @Test
    void that_a_claim_was_flagged_is_told_and_shown_and_not_because_of_whom() {
        ProvenanceChain chain = ProvenanceChain.posted("told-");
        String record = chain.claim().path("recordId");
        String subject = chain.claim().path("subject");
        claim(People.CELL_MAKER, chain).then().body("flaggedAt", nullValue());
        ObjectNode corrected =
                ProvenanceChain.record("told-", "NS-26-0412").put("tradeName", "Nickel sulphate, class 1");
        Response once = LotTest.put(People.REFINER, chain.receipts().get(6), corrected);
        LotTest.put(People.REFINER, once, corrected.put("tradeName", "Nickel sulphate, class 2"))
                .then()
                .statusCode(200);

        List<LifecycleEvents.Event> events = LifecycleEvents.of(kafka, subject, 3);
        ObjectNode contract = Examples.of("events/claim-flagged");
        for (int flag = 1; flag <= 2; flag++) {
            LifecycleEvents.Event event = events.get(flag);
            assertEquals(record + "/1/flagged/" + flag, event.headers().get("ce_id"));
            assertEquals(
                    contract.at("/headers/ce_type").textValue(), event.headers().get("ce_type"));
            assertEquals("urn:denchi:operator:sakura-cells", event.headers().get("ce_source"));
            assertEquals(contract.path("headers").size(), event.headers().size());
            assertEquals(names(contract.path("payload")), names(event.payload()));
            assertEquals(events.get(0).payload().path("sha256"), event.payload().path("sha256"));
            assertEquals(
                    events.get(0).payload().path("recordTime"), event.payload().path("recordTime"));
            assertEquals(
                    Instant.parse(event.payload().path("flaggedAt").textValue()),
                    Instant.parse(event.headers().getOrDefault("ce_time", "")));
            assertFalse(event.toString().contains("hokuriku"), event::toString);
            assertFalse(event.toString().contains(once.path("recordId")), event::toString);
        }
        String flaggedAt = events.get(2).payload().path("flaggedAt").textValue();
        for (People reader : List.of(People.CELL_MAKER, People.RECYCLER, People.MARKET_SURVEILLANCE)) {
            Response shown = claim(reader, chain);
            shown.then().body("flaggedAt", equalTo(Instant.parse(flaggedAt).toString()));
            assertFalse(Instant.parse(shown.path("judgedAt")).isBefore(Instant.parse(flaggedAt)));
        }
    }

    @Test
    void a_claim_that_the_asker_has_already_is_not_sent_again() {
        ProvenanceChain chain = ProvenanceChain.posted("tag-");
        String self = "/v1/provenance/claims/" + chain.claim().<String>path("recordId");
        for (String address : List.of(self, self + "/upstream", self + "/upstream?limit=3")) {
            for (String form : List.of("application/json", "image/svg+xml", "application/ld+json")) {
                if (address.equals(self) && !form.equals("application/json")) {
                    continue;
                }
                Response first = read(People.CELL_MAKER, address, form, null);
                String etag = first.header("ETag");
                first.then().statusCode(200);
                assertEquals(form.equals("application/ld+json"), etag.startsWith("W/"), etag);
                Response again = read(People.CELL_MAKER, address, form, etag);
                again.then().statusCode(304).header("ETag", etag);
                assertEquals("", again.asString());
                read(People.CELL_MAKER, address, form, "\"0\"").then().statusCode(200);
                Response others = read(People.RECYCLER, address, form, etag);
                assertEquals(
                        address.equals(self) ? 304 : 200, others.statusCode(), "another asker is shown other names");
            }
        }
        String before = read(People.CELL_MAKER, self, "application/json", null).header("ETag");
        LotTest.put(
                        People.REFINER,
                        chain.receipts().get(6),
                        ProvenanceChain.record("tag-", "NS-26-0412").put("tradeName", "another"))
                .then()
                .statusCode(200);
        read(People.CELL_MAKER, self, "application/json", before).then().statusCode(200);
    }

    private static Response read(People reader, String address, String form, @Nullable String ifNoneMatch) {
        var request = Calls.as(reader).accept(form);
        return (ifNoneMatch == null ? request : request.header("If-None-Match", ifNoneMatch)).get(address);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names.stream().sorted().toList();
    }

    @Test
    void a_lot_that_becomes_known_is_drawn_from_when_the_claim_is_stated_again() {
        String lot = "sakura-cells:late-1";
        ObjectNode claim = smallClaim("LOTS-LATE", lot, "60");
        Response posted = Calls.post("recycled-content", claim);
        posted.then().statusCode(201);
        ProvenanceChain.send(People.CELL_MAKER, "lot", nickelOfTheCellMaker(lot, "100"))
                .then()
                .statusCode(201);
        assertEquals("0", claimed("late-1"));

        Response again = LotTest.put(People.CELL_MAKER, posted, claim);
        again.then().statusCode(200);
        assertEquals("60000000", claimed("late-1"));

        Calls.post("recycled-content", smallClaim("LOTS-LATER", lot, "60"))
                .then()
                .statusCode(422)
                .body("violations.rule", hasItem("one-claim-for-a-kilogram"));
        LotTest.put(People.CELL_MAKER, again, smallClaim("LOTS-LATE", lot, "70"))
                .then()
                .statusCode(200);
        assertEquals("70000000", claimed("late-1"));
    }

    @Test
    void a_lot_that_was_not_known_is_left_out_of_the_claim_again_without_a_trace() {
        ObjectNode claim = smallClaim("LOTS-LEFT", "sakura-cells:left-1", "60");
        claim.withObject("/massBalance").withArray("consumption").add(consumption("sakura-cells:left-2", "5"));
        Response posted = Calls.post("recycled-content", claim);
        posted.then().statusCode(201);
        ProvenanceChain.send(People.CELL_MAKER, "lot", nickelOfTheCellMaker("sakura-cells:left-1", "100"))
                .then()
                .statusCode(201);

        LotTest.put(People.CELL_MAKER, posted, smallClaim("LOTS-LEFT", "sakura-cells:left-2", "5"))
                .then()
                .statusCode(200);
        assertEquals("0", claimed("left-1"));
    }

    @Test
    void what_is_taken_twice_from_one_lot_on_one_day_counts_together() {
        ProvenanceChain.send(People.CELL_MAKER, "lot", nickelOfTheCellMaker("sakura-cells:twice-1", "100"))
                .then()
                .statusCode(201);
        ObjectNode claim = smallClaim("LOTS-TWICE", "sakura-cells:twice-1", "60");
        claim.withObject("/massBalance").withArray("consumption").add(consumption("sakura-cells:twice-1", "15"));

        Calls.post("recycled-content", claim).then().statusCode(201);
        assertEquals("75000000", claimed("twice-1"));
    }

    @Test
    void the_verification_of_the_recycled_content_names_the_claim_as_one_of_its_checks() {
        ProvenanceChain chain = ProvenanceChain.posted("chain-");
        String token = as(People.MARKET_SURVEILLANCE)
                .accept("application/vc+sd-jwt")
                .get(chain.claim().<String>path("links.self"))
                .asString();

        Calls.anyone()
                .contentType("application/vc+sd-jwt")
                .body(token.getBytes(StandardCharsets.UTF_8))
                .post("/v1/verifications")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'mass-balance' }.result", equalTo("PASSED"))
                .body("checks.find { it.name == 'mass-balance' }.reason", containsString(record(chain)));
    }

    @Test
    void a_stranger_is_told_that_there_is_no_claim() {
        ProvenanceChain chain = ProvenanceChain.posted("chain-");

        claim(People.OTHER_MAKER, chain).then().statusCode(404);
        claim(People.LEAD_SMELTER, chain).then().statusCode(404);
        as(People.CONNECTOR)
                .get("/v1/provenance/claims/" + record(chain))
                .then()
                .statusCode(403);
        Calls.anyone().get("/v1/provenance/claims/" + record(chain)).then().statusCode(401);
        as(People.OTHER_MAKER)
                .get("/v1/provenance/lots/setouchi-cathode:chain-N622-26-088/upstream")
                .then()
                .statusCode(404);
    }

    @Test
    void what_a_stranger_asks_for_is_not_judged() {
        ProvenanceChain chain = ProvenanceChain.posted("unasked-");
        String verdicts =
                "select count(*)::text from passport.claim_verdict where claim = '%s'".formatted(record(chain));

        claim(People.OTHER_MAKER, chain).then().statusCode(404);
        as(People.OTHER_MAKER)
                .get("/v1/provenance/claims/" + record(chain) + "/upstream")
                .then()
                .statusCode(404);
        assertEquals("0", store.text(verdicts));
        claim(People.CELL_MAKER, chain).then().body("verdict", equalTo(1));
        assertEquals("1", store.text(verdicts));
    }

    @Test
    void pages_follow_each_other_without_a_gap() {
        ProvenanceChain chain = ProvenanceChain.posted("chain-");
        String address = "/v1/provenance/claims/" + record(chain) + "/upstream?limit=4";
        List<String> hashes = new ArrayList<>();
        while (address != null) {
            Response page = as(People.RECYCLER).get(address);
            page.then().statusCode(200).body("transformations.size()", greaterThan(-1));
            hashes.addAll(page.path("lots.sha256"));
            address = page.path("links.next");
        }
        assertEquals(
                as(People.RECYCLER)
                        .get("/v1/provenance/claims/" + record(chain) + "/upstream")
                        .<List<String>>path("lots.sha256"),
                hashes);
    }

    /** Nickel without any recycled share, at the plant of the claims. */
    private static ObjectNode nickelOfTheCellMaker(String lot, String kilograms) {
        ObjectNode record = ProvenanceChain.record("any-", "NS-26-0412").put("lotId", lot);
        record.put("material", "CATHODE_ACTIVE_MATERIAL");
        record.set("facility", ProvenanceChain.claim("any-", "any").path("facility"));
        record.withObject("/mass").put("value", new BigDecimal(kilograms));
        record.withArray("elements")
                .get(0)
                .withObject("/total")
                .put("value", new BigDecimal(kilograms).multiply(new BigDecimal("0.2")));
        return record;
    }

    /** Of a new model that declares nothing recycled. */
    private static ObjectNode smallClaim(String model, String lot, String kilograms) {
        Calls.post("battery-model", Examples.ofModel("battery-model", model));
        ObjectNode claim = ProvenanceChain.claim("any-", model);
        claim.withArray("recycledContent").forEach(share -> {
            ObjectNode none = (ObjectNode) share;
            none.remove(List.of("split", "totalShare"));
            none.putObject("preConsumerShare").put("value", 0).put("unit", "%");
            none.putObject("postConsumerShare").put("value", 0).put("unit", "%");
        });
        claim.withObject("/massBalance").putArray("consumption").add(consumption(lot, kilograms));
        return claim;
    }

    private static ObjectNode consumption(String lot, String kilograms) {
        ObjectNode consumption = (ObjectNode) ProvenanceChain.claim("any-", "any")
                .at("/massBalance/consumption/0")
                .deepCopy();
        consumption.put("lotId", lot).withObject("/mass").put("value", new BigDecimal(kilograms));
        return consumption;
    }

    private String claimed(String number) {
        return store.text("select coalesce(sum(claimed_mg), 0)::text from passport.lot_holding h join passport.lot l "
                + "on l.record_id = h.lot where l.operator_id = 'sakura-cells' and l.number = '" + number + "'");
    }

    static Response claim(People person, ProvenanceChain chain) {
        return as(person).get("/v1/provenance/claims/" + record(chain));
    }

    static String record(ProvenanceChain chain) {
        return chain.claim().path("recordId");
    }

    private static BigDecimal nickel(Response lineage, String name) {
        String value = lineage.path(
                "lots.find { it.lot == '%s' }.contributes.find { it.element == 'Nickel' }.mass.value.toString()"
                        .formatted(name));
        return new BigDecimal(value);
    }
}
