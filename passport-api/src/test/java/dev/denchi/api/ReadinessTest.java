package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.encoded;
import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Calls.postModel;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.format.StrictJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a passport has and lacks for a category of battery on a day, saved or not. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ReadinessTest {
    private static final String MODEL = "READINESS-1";
    private static final String FIRST_DAY = "?category=EV&date=2027-02-18";
    private static final ObjectNode RECORDS = JsonNodeFactory.instance.objectNode();

    @Inject
    Store store;

    @Test
    void the_example_of_an_electric_vehicle_provides_all_that_is_mandatory_on_the_first_day() throws IOException {
        Response answer = readiness(as(People.CELL_MAKER), FIRST_DAY);

        answer.then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body("category", equalTo("EV"))
                .body("date", equalTo("2027-02-18"))
                .body("publishable", equalTo(true));
        Set<Integer> mandatory = mandatoryForElectricVehicles();
        Set<Integer> provided = new TreeSet<>(answer.<List<Integer>>path(
                "dataPoints.findAll { it.state == 'PROVIDED' && !it.providedEarly }.number"));
        provided.retainAll(mandatory);
        assertEquals(mandatory, provided);
        assertEquals(46 + 1, mandatory.size());
        assertTrue(mandatory.contains(51));
        assertEquals(
                Set.of(17, 18, 19, 20, 21, 22, 23, 44),
                Set.copyOf(answer.<List<Integer>>path("dataPoints.findAll { it.providedEarly }.number")));
        assertEquals(71, answer.<List<Integer>>path("dataPoints.number").size());
    }

    @Test
    void a_preview_says_what_the_saved_records_will_say() {
        String passport = passport();
        for (String asked :
                List.of("", FIRST_DAY, "?category=LMT", "?date=2036-08-18", "?category=EV&date=2031-08-18")) {
            Response saved = readiness(as(People.CELL_MAKER), passport, asked);
            Response unsaved = store.unchangedBy(() -> preview(as(People.CELL_MAKER), RECORDS, asked));

            saved.then().statusCode(200);
            unsaved.then().statusCode(200).body("violations", empty());
            assertEquals(
                    StrictJson.read(saved.asByteArray()),
                    StrictJson.read(unsaved.asByteArray()).path("readiness"));
        }
    }

    @Test
    void without_one_attribute_exactly_its_point_is_missing() {
        ObjectNode lacking = drafts();
        ((ObjectNode) lacking.path("batteryModel")).remove("batteryMass");

        Response answer = preview(as(People.CELL_MAKER), lacking, FIRST_DAY);

        answer.then()
                .statusCode(200)
                .body("readiness.publishable", equalTo(false))
                .body(
                        "readiness.dataPoints.findAll { it.state == 'MISSING' }.absent.flatten().pointer",
                        equalTo(List.of("/batteryMass")))
                .body("violations.pointer", hasItem("/batteryModel/batteryMass"));
    }

    @Test
    void of_absent_records_nothing_is_assumed() {
        preview(as(People.RECYCLER), StrictJson.read("{}"), FIRST_DAY)
                .then()
                .statusCode(200)
                .body("readiness.publishable", equalTo(false))
                .body("readiness.dataPoints.findAll { it.state == 'PROVIDED' }", empty())
                .body("violations", empty());
        ObjectNode battery = drafts();
        battery.retain("battery");
        preview(as(People.CELL_MAKER), battery, FIRST_DAY)
                .then()
                .statusCode(200)
                .body("violations.rule", hasItem("model-is-known"));
    }

    @Test
    void tells_every_violation_of_every_draft_with_its_place() {
        ObjectNode faulty = drafts();
        ((ObjectNode) faulty.path("battery")).remove("manufacturingDate");
        ((ObjectNode) faulty.path("batteryModel")).put("gtin", "04912345077012");
        faulty.put("condition", 5);

        preview(as(People.CELL_MAKER), faulty, FIRST_DAY)
                .then()
                .statusCode(200)
                .body("violations.pointer", hasItems("/battery/manufacturingDate", "/batteryModel/gtin", "/condition"));
    }

    @Test
    void judges_for_the_models_own_category_and_no_day_before_anything_is_required() {
        readiness(as(People.CELL_MAKER), "")
                .then()
                .statusCode(200)
                .body("category", equalTo("EV"))
                .body("date", not(startsWith("2026")));
        refused(preview(as(People.CELL_MAKER), StrictJson.read("{}"), ""), 400, "malformed-request")
                .then()
                .body("detail", containsString("EV, LMT, INDUSTRIAL, STATIONARY"));
    }

    @Test
    void refuses_categories_and_days_that_there_are_not() {
        for (String asked : List.of("?category=ev", "?category=PORTABLE", "?category=EV%27--")) {
            for (Response answer : both(asked)) {
                refused(answer, 400, "malformed-request")
                        .then()
                        .body("detail", containsString("EV, LMT, INDUSTRIAL, STATIONARY"));
            }
        }
        for (String asked : List.of("?date=2027-02-30", "?date=18.02.2027", "?date=2027-02-18T00:00:00Z")) {
            for (Response answer : both(asked)) {
                refused(answer, 400, "malformed-request").then().body("detail", containsString("2027-02-18"));
            }
        }
    }

    @Test
    void refuses_bodies_that_are_no_drafts() {
        for (String body :
                List.of("", "[]", "null", "{\"batery\": {}}", "{\"battery-model\": {}}", "{\"battery\": {}")) {
            refused(preview(as(People.CELL_MAKER), body, FIRST_DAY), 400, "malformed-request");
        }
        refused(preview(as(People.CELL_MAKER), " ".repeat(2 << 20), FIRST_DAY), 413, "body-too-large");
        refused(
                as(People.CELL_MAKER).contentType("text/plain").body("{}").post("/v1/readiness"),
                415,
                "unsupported-media-type");
    }

    @Test
    void only_the_passports_operator_and_authorities_may_ask() {
        readiness(as(People.MARKET_SURVEILLANCE), FIRST_DAY).then().statusCode(200);
        refused(readiness(anyone(), FIRST_DAY), 401, "unauthenticated");
        for (People other : List.of(People.OTHER_MAKER, People.RECYCLER, People.CONNECTOR)) {
            refused(readiness(as(other), FIRST_DAY), 403, "forbidden");
        }
        String token = PullTokenFixture.of(MODEL, List.of(1, 2, 3, 4), "transfer-of-readiness");
        refused(readiness(anyone().header("Authorization", "Bearer " + token), FIRST_DAY), 403, "forbidden");
    }

    @Test
    void only_those_who_write_may_ask_about_drafts() {
        refused(preview(anyone(), drafts(), FIRST_DAY), 401, "unauthenticated");
        refused(preview(as(People.MARKET_SURVEILLANCE), drafts(), FIRST_DAY), 403, "forbidden");
        refused(preview(as(People.CONNECTOR), drafts(), FIRST_DAY), 403, "forbidden");
    }

    @Test
    void finds_no_passport_that_is_not_there() {
        refused(readiness(as(People.CELL_MAKER), "urn:uuid:" + UUID.randomUUID(), FIRST_DAY), 404, "not-found");
        refused(readiness(as(People.CELL_MAKER), "1", FIRST_DAY), 400, "malformed-request");
        refused(as(People.CELL_MAKER).get("/v1/readiness"), 405, "method-not-allowed")
                .then()
                .header("Allow", equalTo("POST"));
    }

    private static List<Response> both(String asked) {
        return List.of(readiness(as(People.CELL_MAKER), asked), preview(as(People.CELL_MAKER), drafts(), asked));
    }

    private static Set<Integer> mandatoryForElectricVehicles() throws IOException {
        Set<Integer> numbers = new TreeSet<>();
        byte[] table = Files.readAllBytes(Path.of("..", "openapi", "data-points.json"));
        for (JsonNode point : StrictJson.read(table).path("dataPoints")) {
            if (point.path("applicability").path("EV").asText().equals("mandatory")) {
                numbers.add(point.path("number").intValue());
            }
        }
        return numbers;
    }

    private static Response readiness(RequestSpecification caller, String asked) {
        return readiness(caller, passport(), asked);
    }

    private static Response readiness(RequestSpecification caller, String passport, String asked) {
        return caller.get("/v1/dpps/" + encoded(passport) + "/readiness" + asked);
    }

    private static Response preview(RequestSpecification caller, Object drafts, String asked) {
        return caller.contentType("application/json").body(drafts.toString()).post("/v1/readiness" + asked);
    }

    private static ObjectNode drafts() {
        passport();
        return RECORDS.deepCopy();
    }

    /** The example's six records under names of this test's own, kept as drafts too. */
    private static synchronized String passport() {
        if (RECORDS.isEmpty()) {
            postModel(MODEL);
            ObjectNode battery = Examples.newBattery(MODEL);
            String passport = battery.path("batteryPassportIdentifier").asText();
            ObjectNode condition = Examples.ofModel("condition", MODEL).put("batteryPassportIdentifier", passport);
            post("battery", battery).then().statusCode(201);
            post("condition", condition).then().statusCode(201);
            post("due-diligence", Examples.of("ev-nmc/due-diligence"));
            RECORDS.set("batteryModel", Examples.ofModel("battery-model", MODEL));
            RECORDS.set("carbonFootprint", Examples.ofModel("carbon-footprint", MODEL));
            RECORDS.set("recycledContent", Examples.ofModel("recycled-content", MODEL));
            RECORDS.set("dueDiligence", Examples.of("ev-nmc/due-diligence"));
            RECORDS.set("battery", battery);
            RECORDS.set("condition", condition);
        }
        return RECORDS.path("battery").path("batteryPassportIdentifier").asText();
    }
}
