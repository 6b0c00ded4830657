package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.post;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.format.StrictJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every reader, every form, every attribute: what the access policy grants is there, and nothing else is. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class LeakTest {
    private static final String MODEL = "LEAK-1";
    private static final String OTHER_MODEL = "LEAK-2";
    static final Map<String, String> GROUPS = Map.of(
            "battery", "battery",
            "battery-model", "batteryModel",
            "carbon-footprint", "carbonFootprint",
            "recycled-content", "recycledContent",
            "due-diligence", "dueDiligence",
            "condition", "condition");

    /** What no example here has: a claim needs a chain of lots, see ProvenanceLeakTest. */
    private static final Map<String, Set<String>> ELSEWHERE = Map.of("recycled-content", Set.of("/massBalance"));

    /** A reader, what he may see, and whether he may read single records. */
    record Reading(String name, Supplier<RequestSpecification> call, Set<Integer> points, boolean records) {}

    /** A passport's records as they were posted, and what was answered, by kind. */
    record Posted(Map<String, JsonNode> bodies, Map<String, Response> receipts) {}

    /** An operator has one due diligence report: what is posted once serves all tests of this class. */
    private static final Map<String, Posted> ALL = new ConcurrentHashMap<>();

    private static Posted electric(AllAttributes attributes) {
        return ALL.computeIfAbsent(MODEL, model -> posted(attributes, "ev-nmc", model, GROUPS.keySet()));
    }

    /** What an electric vehicle's battery does not have. */
    private static Posted stationary(AllAttributes attributes) {
        return ALL.computeIfAbsent(
                OTHER_MODEL,
                model -> posted(attributes, "stationary-lfp", model, Set.of("battery-model", "battery", "condition")));
    }

    @Test
    void shows_each_reader_what_the_access_policy_grants_and_nothing_else() {
        AllAttributes attributes = AllAttributes.ofPolicy();
        Posted electric = electric(attributes);
        Posted stationary = stationary(attributes);
        List<String> faults = new ArrayList<>();
        int looked = 0;
        for (Reading reading : readers(attributes)) {
            for (Posted posted : List.of(electric, stationary)) {
                Map<String, Shown> shown = new LinkedHashMap<>();
                if (reading.records()) {
                    posted.receipts()
                            .forEach((kind, receipt) ->
                                    shown.putAll(formsOf(kind, receipt.path("links.self"), reading)));
                }
                boolean bound = !reading.records() && posted == stationary; // a pull token is for one model
                shown.putAll(bound ? Map.of() : passportForms(posted, reading));
                for (Map.Entry<String, Shown> form : shown.entrySet()) {
                    JsonNode body = posted.bodies().get(form.getValue().kind());
                    faults.addAll(attributes.faults(
                            reading.name() + " " + form.getKey(),
                            form.getValue(),
                            requireNonNull(body),
                            reading.points()));
                    looked += attributes.in(form.getValue().kind(), body).size();
                }
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(looked > 1000, "only " + looked + " attributes were looked at");
        GROUPS.keySet()
                .forEach(kind -> assertEquals(
                        ELSEWHERE.getOrDefault(kind, Set.of()),
                        attributes.missingIn(
                                kind,
                                Stream.of(electric, stationary)
                                        .flatMap(posted -> Stream.ofNullable(
                                                posted.bodies().get(kind)))
                                        .toList())));
    }

    @Test
    void shows_people_on_a_page_what_the_access_policy_grants_them_and_nothing_else() {
        AllAttributes attributes = AllAttributes.ofPolicy();
        List<String> faults = new ArrayList<>();
        int pages = 0;
        for (Posted posted : List.of(electric(attributes), stationary(attributes))) {
            String product = requireNonNull(posted.bodies().get("battery"))
                    .path("productIdentifier")
                    .asText();
            String passport = requireNonNull(posted.receipts().get("battery")).path("links.passport");
            for (Reading reading : readers(attributes)) {
                for (String address : List.of(passport, product.substring(product.indexOf("/01/")))) {
                    Response answer = reading.call()
                            .get()
                            .header("Host", "id.sakura-cells.example")
                            .accept("text/html")
                            .get(address);
                    if (!reading.records()) {
                        answer.then().statusCode(403); // a pull is for machines
                        continue;
                    }
                    pages++;
                    faults.addAll(ShownPage.of(new String(good(answer), StandardCharsets.UTF_8))
                            .faults(
                                    reading.name() + " at " + address,
                                    posted.bodies(),
                                    posted.bodies().keySet().stream()
                                            .collect(Collectors.toMap(
                                                    kind -> kind, kind -> attributes.open(kind, reading.points()))),
                                    attributes));
                }
            }
        }
        assertEquals(List.of(), faults);
        assertEquals(2 * 5 * 2, pages);
    }

    private static List<Reading> readers(AllAttributes attributes) {
        List<Reading> readers = new ArrayList<>();
        Set<Integer> everyone = attributes.pointsOf("public");
        readers.add(new Reading("anyone", Calls::anyone, everyone, true));
        readers.add(new Reading("other operator", () -> as(People.OTHER_MAKER), everyone, true));
        readers.add(new Reading(
                "legitimate interest", () -> as(People.RECYCLER), attributes.pointsOf("legitimateInterest"), true));
        readers.add(
                new Reading("authority", () -> as(People.MARKET_SURVEILLANCE), attributes.pointsOf("authority"), true));
        readers.add(new Reading("its operator", () -> as(People.CELL_MAKER), Set.of(1, 2, 3, 4), true));
        for (List<Integer> points : List.of(List.of(1), List.of(1, 2), List.of(1, 3), List.of(1, 4))) {
            String token = PullTokenFixture.of(MODEL, points, "transfer-of-leaks");
            readers.add(new Reading(
                    "participant with " + points,
                    () -> anyone().header("Authorization", "Bearer " + token),
                    Set.copyOf(points),
                    false));
        }
        return readers;
    }

    /** Records of one battery, in the order in which they build on each other. */
    static Posted posted(AllAttributes attributes, String folder, String model, Set<String> kinds) {
        Map<String, JsonNode> bodies = new LinkedHashMap<>();
        Map<String, Response> receipts = new LinkedHashMap<>();
        ObjectNode battery = attributes.example(folder, "battery", model);
        for (String kind : List.of(
                "battery-model", "carbon-footprint", "recycled-content", "due-diligence", "battery", "condition")) {
            if (kinds.contains(kind)) {
                ObjectNode body = kind.equals("battery") ? battery : attributes.example(folder, kind, model);
                if (kind.equals("battery-model")) {
                    body.put("gtin", "04912345077011");
                }
                if (kind.equals("condition")) {
                    body.set("batteryPassportIdentifier", battery.get("batteryPassportIdentifier"));
                }
                Response receipt = post(kind, body);
                receipt.then().statusCode(201);
                bodies.put(kind, body);
                receipts.put(kind, receipt);
            }
        }
        return new Posted(bodies, receipts);
    }

    static Map<String, Shown> formsOf(String kind, String self, Reading reading) {
        Map<String, Shown> forms = new LinkedHashMap<>();
        for (String address : List.of(self, self + "/versions/1")) {
            JsonNode view = StrictJson.read(good(reading.call().get().get(address)));
            forms.put(address + " " + kind + " as JSON", Shown.json(kind, view.get("content")));
            String token = new String(
                    good(reading.call().get().accept("application/vc+sd-jwt").get(address)), StandardCharsets.US_ASCII);
            forms.put(address + " " + kind + " as token", Shown.token(kind, token));
        }
        return forms;
    }

    /** The records of a passport that were posted for it, in both forms. */
    static Map<String, Shown> passportForms(Posted posted, Reading reading) {
        Set<String> kinds = posted.bodies().keySet();
        String passport = requireNonNull(posted.receipts().get("battery")).path("links.passport");
        Map<String, Shown> forms = new LinkedHashMap<>();
        JsonNode view = StrictJson.read(good(reading.call().get().get(passport)));
        kinds.forEach(kind -> forms.put("passport " + kind, Shown.json(kind, view.path(GROUPS.get(kind)))));
        JsonNode full =
                Expanded.compressed(StrictJson.read(good(reading.call().get().get(passport + "?representation=full")))
                        .path("elements"));
        kinds.forEach(kind -> forms.put("expanded " + kind, Shown.json(kind, full.path(GROUPS.get(kind)))));
        JsonNode today = StrictJson.read(good(reading.call()
                .get()
                .get(passport.replace("/v1/dpps/", "/v1/dppsByIdAndDate/") + "?date=" + java.time.Instant.now())));
        kinds.forEach(kind -> forms.put("by date " + kind, Shown.json(kind, today.path(GROUPS.get(kind)))));
        kinds.forEach(kind -> forms.put(
                "element " + kind,
                Shown.json(
                        kind,
                        StrictJson.read(good(reading.call()
                                .get()
                                .get(passport + "/elements/" + Calls.encoded("$." + GROUPS.get(kind))))))));
        JsonNode presentation = StrictJson.read(
                good(reading.call().get().accept("application/vp").get(passport)));
        forms.putAll(IntStream.range(
                        0, presentation.path("verifiableCredential").size())
                .mapToObj(i ->
                        presentation.at("/verifiableCredential/" + i + "/id").asText())
                .map(id -> Shown.token(id.substring("data:application/vc+sd-jwt,".length())))
                .filter(shown -> kinds.contains(shown.kind()))
                .collect(Collectors.toMap(shown -> "presentation " + shown.kind(), shown -> shown)));
        assertEquals(5 * kinds.size(), forms.size(), "each record of the passport in each form");
        return forms;
    }

    private static byte[] good(Response answer) {
        answer.then().statusCode(200);
        return answer.asByteArray();
    }
}
