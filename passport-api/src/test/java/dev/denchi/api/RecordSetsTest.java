package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RecordSetsTest {
    private static final String ALL = "/v1/record-sets";

    @Test
    void offers_a_model_at_each_point_of_annex_xiii() {
        post("battery-model", Examples.ofModel("battery-model", "OFFER-1"))
                .then()
                .statusCode(201);
        String set = "urn:denchi:passports:sakura-cells:OFFER-1:point-";

        offered("?manufacturerPartId=OFFER-1")
                .then()
                .statusCode(200)
                .body("total", equalTo(4))
                .body("recordSets.id", contains(set + 1, set + 2, set + 3, set + 4))
                .body("recordSets.accessPoint", contains(1, 2, 3, 4))
                .body("recordSets.operator", everyItem(equalTo("sakura-cells")))
                .body("recordSets.batteryCategory", everyItem(equalTo("EV")));
        offered("/" + set + 3)
                .then()
                .statusCode(200)
                .body("id", equalTo(set + 3))
                .body("accessPoint", equalTo(3));
    }

    @Test
    void gives_the_same_list_in_pages_of_any_size() {
        for (String model : List.of("OFFER-A", "OFFER-B", "OFFER-C")) {
            post("battery-model", Examples.ofModel("battery-model", model))
                    .then()
                    .statusCode(201);
        }
        List<String> all = offered("?limit=1000").path("recordSets.id");
        assertEquals(all.size(), new LinkedHashSet<>(all).size());
        assertEquals(all.size(), offered("?limit=1").<Integer>path("total"));
        for (int limit : new int[] {1, 3, 5, 8}) {
            List<String> pages = new ArrayList<>();
            for (int offset = 0; offset < all.size(); offset += limit) {
                pages.addAll(offered("?limit=" + limit + "&offset=" + offset).<List<String>>path("recordSets.id"));
            }
            assertEquals(all, pages);
        }
        assertEquals(List.of(), offered("?offset=" + all.size()).path("recordSets"));
    }

    @Test
    void selects_by_operator_model_category_and_point() {
        post(
                People.OTHER_MAKER,
                "battery-model",
                Examples.ofModel("battery-model", "OFFER-FILTER").toString());
        post("battery-model", lightMeansOfTransport("OFFER-FILTER")).then().statusCode(201);
        String model = "?manufacturerPartId=OFFER-FILTER";

        offered(model).then().body("total", equalTo(8));
        offered(model + "&operator=hikari-motors").then().body("total", equalTo(4));
        offered(model + "&batteryCategory=LMT&accessPoint=2")
                .then()
                .body("total", equalTo(1))
                .body("recordSets.id", contains("urn:denchi:passports:sakura-cells:OFFER-FILTER:point-2"));
        offered(model + "&operator=nobody").then().body("total", equalTo(0));
    }

    @Test
    void refuses_what_is_not_of_its_form() {
        for (String query : List.of(
                "?limit=0",
                "?limit=1001",
                "?limit=many",
                "?offset=-1",
                "?accessPoint=0",
                "?accessPoint=5",
                "?accessPoint=one",
                "?operator=%00",
                "?manufacturerPartId=%00",
                "?batteryCategory=%00",
                "/nonsense",
                "/urn:denchi:passports:sakura-cells:OFFER-1:point-5",
                "/urn:denchi:passports:sakura-cells:OFFER%00:point-1")) {
            refused(offered(query), 400, "malformed-request");
        }
        refused(offered("/urn:denchi:passports:sakura-cells:NOBODYS:point-1"), 404, "not-found");
        refused(offered("/urn:denchi:passports:nobody:OFFER-1:point-1"), 404, "not-found");
    }

    @Test
    void is_open_to_the_connector_alone() {
        String one = ALL + "/urn:denchi:passports:sakura-cells:OFFER-1:point-1";
        refused(anyone().get(ALL), 401, "unauthenticated");
        refused(anyone().get(one), 401, "unauthenticated");
        for (People person : List.of(People.CELL_MAKER, People.RECYCLER, People.MARKET_SURVEILLANCE)) {
            refused(as(person).get(ALL), 403, "forbidden");
            refused(as(person).get(one), 403, "forbidden");
        }
    }

    private static Response offered(String rest) {
        return as(People.CONNECTOR).get(ALL + rest);
    }

    /** Only electric vehicle batteries have an exhaustion threshold. */
    private static ObjectNode lightMeansOfTransport(String model) {
        ObjectNode example = Examples.ofModel("battery-model", model).put("batteryCategory", "LMT");
        ((ObjectNode) example.get("performance")).remove("capacityThresholdForExhaustion");
        return example;
    }
}
