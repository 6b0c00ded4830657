package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Calls.postModel;
import static dev.denchi.api.Refusals.refused;
import static dev.denchi.api.Refusals.refusedByEn18222;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RefusedCallersTest {
    @Inject
    Store store;

    @Test
    void refuses_a_record_without_a_key() {
        refused(posted(anyone()), 401, "unauthenticated").then().header("WWW-Authenticate", notNullValue());
    }

    @Test
    void refuses_a_key_that_nobody_has_even_where_none_is_needed() {
        refused(posted(anyone().header("X-API-Key", "nobody's")), 401, "unauthenticated");
        refused(posted(anyone().header("X-API-Key", "")), 401, "unauthenticated");
        refusedByEn18222(
                anyone().header("X-API-Key", "nobody's")
                        .get("/v1/dpps/urn%3Auuid%3A0198c0de-5a6b-7c3d-8e4f-0a1b2c3d4e5f"),
                401,
                "ClientNotAuthorized",
                "unauthenticated");
    }

    @Test
    void refuses_two_proofs_of_who_is_calling() {
        refused(posted(as(People.CELL_MAKER).header("X-API-Key", People.RECYCLER.key())), 401, "unauthenticated");
        String token = PullTokenFixture.of("SC-NMC-77", List.of(1), "transfer-of-two-proofs");
        refused(posted(as(People.CELL_MAKER).header("Authorization", "Bearer " + token)), 401, "unauthenticated");
        refused(posted(anyone().header("Authorization", "Basic c2VjcmV0OnNlY3JldA==")), 401, "unauthenticated");
    }

    @Test
    void refuses_records_of_roles_that_do_not_write() {
        refused(posted(as(People.MARKET_SURVEILLANCE)), 403, "forbidden");
        refused(posted(as(People.CONNECTOR)), 403, "forbidden");
    }

    @Test
    void refuses_a_new_version_of_another_operators_record() {
        ObjectNode model = Examples.ofModel("battery-model", "REFUSED-OWNER");
        Response receipt = post("battery-model", model);
        Response answer = store.unchangedBy(() -> as(People.OTHER_MAKER)
                .header("If-Match", receipt.header("ETag"))
                .contentType("application/json")
                .body(model.toString())
                .put((String) receipt.path("links.self")));
        refused(answer, 403, "forbidden");
    }

    @Test
    void refuses_a_battery_of_another_operators_model() {
        postModel("REFUSED-FOREIGN");
        ObjectNode battery = Examples.newBattery("REFUSED-FOREIGN");
        Response answer = store.unchangedBy(() -> post(People.OTHER_MAKER, "battery", battery.toString()));
        refused(answer, 422, "invalid-record")
                .then()
                .body("violations", hasSize(1))
                .body("violations[0].pointer", equalTo("/modelId"))
                .body("violations[0].rule", equalTo("model-is-known"));
    }

    private Response posted(RequestSpecification caller) {
        return store.unchangedBy(() -> caller.contentType("application/json")
                .body(Examples.ofModel("battery-model", "REFUSED-CALLER").toString())
                .post("/v1/records/battery-model"));
    }
}
