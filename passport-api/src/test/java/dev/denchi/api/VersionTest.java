package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Calls.postModel;
import static dev.denchi.api.Calls.put;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class VersionTest {
    @Inject
    Store store;

    @Test
    void refuses_a_new_version_that_does_not_name_the_current_one() {
        ObjectNode model = Examples.ofModel("battery-model", "VERSION-STALE");
        Response first = post("battery-model", model);
        String self = first.path("links.self");
        Response without = store.unchangedBy(() -> as(People.CELL_MAKER)
                .contentType("application/json")
                .body(model.toString())
                .put(self));
        put(self, first.header("ETag"), model.put("warrantyPeriod", "P9Y"))
                .then()
                .statusCode(200);

        refused(without, 428, "precondition-required");
        for (String stale : List.of(first.header("ETag"), "\"1-0000000000000000\"", "nonsense", "\"3-\"")) {
            refused(store.unchangedBy(() -> put(self, stale, model)), 412, "stale-version");
        }
    }

    @Test
    void names_the_hash_of_the_version_before_and_keeps_both_readable() {
        ObjectNode model = Examples.ofModel("battery-model", "VERSION-CHAIN");
        Response first = post("battery-model", model);
        String self = first.path("links.self");
        Response second = put(self, first.header("ETag"), model.deepCopy().put("warrantyPeriod", "P9Y"));

        second.then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("recordId", equalTo(first.path("recordId")))
                .body("previousSha256", equalTo(first.path("sha256")));
        anyone().get(self + "/versions/1").then().body("content.warrantyPeriod", equalTo("P8Y"));
        anyone().get(self + "/versions/2").then().body("content.warrantyPeriod", equalTo("P9Y"));
        anyone().get(self)
                .then()
                .body("content.warrantyPeriod", equalTo("P9Y"))
                .body("record.previousSha256", equalTo(first.path("sha256")));
        anyone().get(self + "/versions")
                .then()
                .body("versions.sha256", contains(first.<String>path("sha256"), second.<String>path("sha256")))
                .body("versions[1].previousSha256", equalTo(first.path("sha256")));
    }

    @Test
    void takes_the_tag_of_any_form_and_cut_as_the_version() {
        ObjectNode model = Examples.ofModel("battery-model", "VERSION-TAG");
        String self = post("battery-model", model).path("links.self");
        String tag = as(People.CELL_MAKER).get(self).header("ETag");

        put(self, tag, model).then().statusCode(200);
    }

    @Test
    void lets_one_of_ten_racing_versions_win() throws InterruptedException, ExecutionException {
        ObjectNode model = Examples.ofModel("battery-model", "VERSION-RACE");
        Response first = post("battery-model", model);
        String self = first.path("links.self");
        List<Response> answers = Together.times(
                10, i -> put(self, first.header("ETag"), model.deepCopy().put("warrantyPeriod", "P" + (10 + i) + "Y")));

        assertEquals(
                Stream.concat(Stream.of(200), Stream.generate(() -> 412).limit(9))
                        .toList(),
                answers.stream().map(Response::statusCode).sorted().collect(Collectors.toList()));
        answers.stream()
                .filter(answer -> answer.statusCode() == 412)
                .forEach(answer -> refused(answer, 412, "stale-version"));
        assertEquals(2, store.recordsOf("urn:denchi:model:sakura-cells:VERSION-RACE"));
        anyone().get(self).then().body("record.version", equalTo(2));
    }

    @Test
    void refuses_readings_that_say_less_than_the_version_before() {
        postModel("VERSION-CONDITION");
        ObjectNode battery = Examples.newBattery("VERSION-CONDITION");
        ObjectNode condition = Examples.ofModel("condition", "VERSION-CONDITION");
        condition.set("batteryPassportIdentifier", battery.get("batteryPassportIdentifier"));
        refused(store.unchangedBy(() -> post("condition", condition)), 422, "invalid-record")
                .then()
                .body("violations.rule", contains("battery-is-known"));
        String passport = post("battery", battery).path("links.passport");
        as(People.CELL_MAKER).get(passport).then().body("condition", nullValue());
        Response first = post("condition", condition);
        first.then().statusCode(201);
        ObjectNode less = condition.deepCopy();
        ((ObjectNode) less.get("energyThroughput")).put("value", 1);

        refused(
                        store.unchangedBy(() -> put(first.path("links.self"), first.header("ETag"), less)),
                        422,
                        "invalid-record")
                .then()
                .body("violations.rule", contains("counters-do-not-fall"));
        ((ObjectNode) less.get("energyThroughput")).put("value", 262);
        put(first.path("links.self"), first.header("ETag"), less).then().statusCode(200);
        as(People.CELL_MAKER).get(passport).then().body("condition.energyThroughput.value", equalTo(262));
    }

    @Test
    void refuses_a_version_about_something_else() {
        ObjectNode model = Examples.ofModel("battery-model", "VERSION-SUBJECT");
        Response receipt = post("battery-model", model);
        ObjectNode other = Examples.ofModel("battery-model", "VERSION-SUBJECT-2");
        refused(
                        store.unchangedBy(() -> put(receipt.path("links.self"), receipt.header("ETag"), other)),
                        422,
                        "invalid-record")
                .then()
                .body("violations.rule", hasItem("subject-is-fixed"));

        ObjectNode battery = Examples.newBattery("VERSION-SUBJECT");
        Response ofBattery = post("battery", battery);
        ObjectNode renamed = Examples.newBattery("VERSION-SUBJECT");
        renamed.set("batteryPassportIdentifier", battery.get("batteryPassportIdentifier"));
        refused(
                        store.unchangedBy(() -> put(ofBattery.path("links.self"), ofBattery.header("ETag"), renamed)),
                        422,
                        "invalid-record")
                .then()
                .body("violations.pointer", hasItem("/productIdentifier"));
    }

    @Test
    void tells_a_reader_that_he_has_it_already() {
        String model = "VERSION-CACHED";
        postModel(model);
        Response receipt = post("battery", Examples.newBattery(model));
        for (String address : List.of(receipt.<String>path("links.self"), receipt.<String>path("links.passport"))) {
            String tag = anyone().get(address).header("ETag");
            anyone().header("If-None-Match", tag)
                    .get(address)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .body(emptyString());
            as(People.RECYCLER).header("If-None-Match", tag).get(address).then().statusCode(200);
        }
    }

    @Test
    void gives_each_cut_and_form_a_tag_of_its_own() {
        String model = "VERSION-TAGS";
        postModel(model);
        Response receipt = post("battery", Examples.newBattery(model));
        assertEquals(
                8, tagsOf(receipt.path("links.self"), "application/vc+sd-jwt").size());
        assertEquals(8, tagsOf(receipt.path("links.passport"), "application/vp").size());
    }

    @Test
    void shows_a_new_version_in_the_passport_at_once() {
        String model = "VERSION-FRESH";
        ObjectNode body = Examples.ofModel("battery-model", model);
        Response current = post("battery-model", body);
        String passport = post("battery", Examples.newBattery(model)).path("links.passport");
        anyone().get(passport).then().body("batteryModel.warrantyPeriod", equalTo("P8Y"));
        for (int years = 11; years < 16; years++) {
            current = put(
                    current.path("links.self"), current.header("ETag"), body.put("warrantyPeriod", "P" + years + "Y"));
            anyone().get(passport).then().body("batteryModel.warrantyPeriod", equalTo("P" + years + "Y"));
        }
    }

    private static Set<String> tagsOf(String address, String signedForm) {
        return Stream.of("application/json", signedForm)
                .flatMap(form -> Stream.of(
                                anyone(), as(People.RECYCLER), as(People.MARKET_SURVEILLANCE), as(People.CELL_MAKER))
                        .map(reader -> reader.accept(form).get(address).header("ETag")))
                .collect(Collectors.toSet());
    }
}
