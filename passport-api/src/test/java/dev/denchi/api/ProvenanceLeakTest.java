package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Whatever anybody is answered about lots: no name of a party more than one trade step from him is in it, wherever one looks. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ProvenanceLeakTest {
    private static final String TAG = "leak-";
    private static final Pattern TOKEN = Pattern.compile("^eyJ[A-Za-z0-9_-]+\\.");

    /** What gives each of them away: id, GLN, words of the names of company and plant, and the numbers of its lots and notes. */
    private static final Map<People, List<String>> NAMES = Map.of(
            People.METAL_RECYCLER,
            List.of(
                    "kita-recycling",
                    "4912346000018",
                    "kita recycling",
                    "tomakomai",
                    "leak-EOL-2026",
                    "leak-BM-2026",
                    "leak-NI-2026",
                    "leak-CO-2026",
                    "leak-LI-2026",
                    "leak-SH-2026",
                    "leak-HM-2026",
                    "leak-DN-2026"),
            People.REFINER,
            List.of(
                    "hokuriku-refining",
                    "4912346100015",
                    "hokuriku",
                    "niihama",
                    "leak-NS-26",
                    "leak-CS-26",
                    "leak-MS-26",
                    "leak-LH-26",
                    "leak-DN-26-07"),
            People.PRECURSOR_MAKER,
            List.of(
                    "awa-precursor",
                    "4912346200012",
                    "awa precursor",
                    "anan plant",
                    "leak-P622",
                    "leak-PP-26",
                    "leak-DN-26-409"),
            People.CATHODE_MAKER,
            List.of(
                    "setouchi-cathode",
                    "4912346300019",
                    "setouchi",
                    "saijo",
                    "leak-N622",
                    "leak-CC-26",
                    "leak-DN-26-530"),
            People.LEAD_SMELTER,
            List.of(
                    "nanao-lead",
                    "4912346400016",
                    "nanao",
                    "leak-SC-26",
                    "leak-PL-26",
                    "leak-PB-26",
                    "leak-RF-26",
                    "leak-DN-26-088"));

    /** Whom each knows by name, by the transfers of the chain. */
    private static final Map<People, Set<People>> PARTNERS = Map.of(
            People.RECYCLER, Set.of(),
            People.OTHER_MAKER, Set.of(),
            People.CELL_MAKER, Set.of(People.CATHODE_MAKER, People.LEAD_SMELTER),
            People.LEAD_SMELTER, Set.of(),
            People.CATHODE_MAKER, Set.of(People.PRECURSOR_MAKER, People.METAL_RECYCLER, People.REFINER),
            People.PRECURSOR_MAKER, Set.of(People.METAL_RECYCLER, People.REFINER, People.CATHODE_MAKER),
            People.METAL_RECYCLER, Set.of(People.PRECURSOR_MAKER, People.CATHODE_MAKER),
            People.REFINER, Set.of(People.PRECURSOR_MAKER, People.CATHODE_MAKER));

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void no_answer_names_anyone_who_is_more_than_one_trade_step_away() {
        ProvenanceChain chain = ProvenanceChain.posted(TAG);
        List<String> leaks = new ArrayList<>();
        int looked = 0;
        for (Map.Entry<People, Set<People>> asker : PARTNERS.entrySet()) {
            for (Map.Entry<String, Response> output :
                    outputs(as(asker.getKey()), chain).entrySet()) {
                looked++;
                leaks.addAll(leaks(asker.getKey() + " at " + output.getKey(), output.getValue(), hidden(asker)));
            }
        }
        for (Map.Entry<String, Response> output : outputs(anyone(), chain).entrySet()) {
            leaks.addAll(leaks("anyone at " + output.getKey(), output.getValue(), NAMES.keySet()));
        }
        assertEquals(List.of(), leaks);
        assertTrue(looked > 300, "only " + looked + " answers were looked at");
    }

    @Test
    void no_event_names_anyone() {
        ProvenanceChain chain = ProvenanceChain.posted(TAG);
        List<String> leaks = new ArrayList<>();
        for (Response receipt : chain.receipts()) {
            String subject = "urn:denchi:record:" + receipt.path("recordId");
            LifecycleEvents.Event event = LifecycleEvents.of(kafka, subject, 1).get(0);
            leaks.addAll(named(event.toString(), NAMES.keySet()));
            assertEquals(receipt.path("sha256"), event.payload().path("sha256").asText());
        }
        assertEquals(List.of(), leaks);
    }

    @Test
    void a_recycler_sees_the_chain_with_pseudonyms_and_the_balance_with_them() {
        ProvenanceChain chain = ProvenanceChain.posted(TAG);
        Response recyclers = upstream(People.RECYCLER, chain);
        Response authoritys = upstream(People.MARKET_SURVEILLANCE, chain);

        recyclers.then().statusCode(200);
        assertEquals(Set.of(true), Set.copyOf(recyclers.<List<Boolean>>path("lots.masked")));
        assertEquals(Set.of(false), Set.copyOf(authoritys.<List<Boolean>>path("lots.masked")));
        for (String told : List.of(
                "lots.sha256",
                "lots.mass.value",
                "lots.elements",
                "lots.contributes",
                "claim.shares",
                "transformations.inputs.mass",
                "transformations.sha256")) {
            assertEquals(authoritys.<Object>path(told), recyclers.path(told), told);
        }
        Set<String> parties = Set.copyOf(recyclers.<List<String>>path("lots.operator"));
        assertEquals(5, parties.size(), parties::toString); // five parties stay five parties
        assertEquals(
                recyclers.<Object>path("lots.operator"),
                upstream(People.RECYCLER, chain).path("lots.operator"));
    }

    @Test
    void a_customer_sees_his_direct_suppliers_by_name_and_another_pseudonym_than_others_for_the_rest() {
        ProvenanceChain chain = ProvenanceChain.posted(TAG);
        List<String> makers = upstream(People.CELL_MAKER, chain).path("lots.operator");
        List<String> recyclers = upstream(People.RECYCLER, chain).path("lots.operator");

        assertTrue(makers.containsAll(List.of("setouchi-cathode", "nanao-lead")), makers::toString);
        Set<String> both = new HashSet<>(makers);
        both.retainAll(recyclers);
        assertEquals(Set.of(), both);
        assertNotEquals(makers, recyclers);
    }

    @Test
    void the_picture_and_the_events_have_as_many_lots_as_the_graph_and_as_few_names() {
        ProvenanceChain chain = ProvenanceChain.posted(TAG);
        String address = "/v1/provenance/claims/" + ClaimTest.record(chain) + "/upstream";
        String picture =
                as(People.RECYCLER).accept("image/svg+xml").get(address).asString();
        Response events = as(People.RECYCLER).accept("application/ld+json").get(address);

        upstream(People.RECYCLER, chain)
                .<List<String>>path("lots.lot")
                .forEach(lot -> assertTrue(picture.contains(lot), () -> lot + " is not in the picture"));
        events.then().statusCode(200).contentType("application/ld+json");
        assertEquals("EPCISDocument", events.path("type"));
        as(People.RECYCLER).accept("text/csv").get(address).then().statusCode(406);
    }

    @Test
    void an_offer_alone_makes_nobody_known() {
        ProvenanceChain chain = ProvenanceChain.posted(TAG);
        ProvenanceChain.send(People.RECYCLER, "lot", own("rhein-recycling", "leak-probe"))
                .then()
                .statusCode(201);
        ObjectNode offer = (ObjectNode) ProvenanceChain.lines(TAG).stream()
                .filter(line -> line.kind().equals("transfer"))
                .filter(line -> line.record().path("lotId").asText().endsWith("NS-26-0412"))
                .findFirst()
                .orElseThrow()
                .record()
                .deepCopy();
        offer.put("transferId", "rhein-recycling:leak-probe").put("lotId", "rhein-recycling:leak-probe");
        offer.withObject("mass").put("value", 1);
        offer.withObject("from").put("operator", "rhein-recycling");
        offer.withObject("to").put("operator", "setouchi-cathode");
        offer.put("date", "2026-12-01");
        ProvenanceChain.send(People.RECYCLER, "transfer", offer).then().statusCode(201);

        assertEquals(List.of(), named(upstream(People.RECYCLER, chain).asString(), Set.of(People.CATHODE_MAKER)));
    }

    private static ObjectNode own(String operator, String number) {
        ObjectNode lot = ProvenanceChain.record(TAG, "NS-26-0412");
        return lot.put("lotId", operator + ":" + number);
    }

    private static Set<People> hidden(Map.Entry<People, Set<People>> asker) {
        Set<People> hidden = new HashSet<>(NAMES.keySet());
        hidden.remove(asker.getKey());
        hidden.removeAll(asker.getValue());
        return hidden;
    }

    /** Everything that can be asked about lots, whether it is answered or refused. */
    private static Map<String, Response> outputs(RequestSpecification caller, ProvenanceChain chain) {
        List<String> addresses = new ArrayList<>();
        String claim = "/v1/provenance/claims/" + ClaimTest.record(chain);
        addresses.add(claim);
        addresses.add(claim + "/upstream");
        addresses.add(claim + "/upstream?limit=3&offset=3");
        addresses.add(chain.claim().path("links.self"));
        for (Response receipt : chain.receipts()) {
            String self = receipt.path("links.self");
            addresses.add(self);
            addresses.add(self + "/versions");
            addresses.add(self + "/versions/1");
        }
        Map<String, Response> outputs = new LinkedHashMap<>();
        for (String address : addresses) {
            outputs.put(address, caller.get(address));
        }
        for (String form : List.of("image/svg+xml", "application/ld+json")) {
            outputs.put(claim + " as " + form, caller.accept(form).get(claim + "/upstream"));
        }
        caller.accept("*/*");
        chain.receipts().forEach(receipt -> {
            String self = receipt.path("links.self");
            outputs.put(
                    self + " as token", caller.accept("application/vc+sd-jwt").get(self));
            caller.accept("*/*");
        });
        return outputs;
    }

    private static List<String> leaks(String where, Response answer, Set<People> hidden) {
        return named(answer.asString() + answer.headers(), hidden).stream()
                .map(name -> where + ": " + name)
                .toList();
    }

    /** Looked for without regard to case; a token is looked at opened as well. */
    private static List<String> named(String output, Set<People> hidden) {
        String text = (TOKEN.matcher(output).find() ? opened(output) : output).toLowerCase(Locale.ROOT);
        return hidden.stream()
                .flatMap(person -> NAMES.getOrDefault(person, List.of()).stream())
                .filter(name -> text.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** What a token says to whoever decodes it. */
    private static String opened(String token) {
        return Stream.of(token.split("[.~\\s]"))
                .filter(part -> part.matches("[A-Za-z0-9_-]+"))
                .map(ProvenanceLeakTest::decoded)
                .collect(Collectors.joining("\n"));
    }

    /** What it says, or itself where it is no base64url: a header stands as it is. */
    private static String decoded(String part) {
        try {
            return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }

    private static Response upstream(People person, ProvenanceChain chain) {
        return as(person).get("/v1/provenance/claims/" + ClaimTest.record(chain) + "/upstream");
    }
}
