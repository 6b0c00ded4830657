package dev.denchi.api;

import static dev.denchi.api.Calls.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is taken on lots before somebody judges its balance. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class UnjudgedLotsTest {

    @ParameterizedTest
    @ValueSource(strings = {"lot", "transformation", "transfer", "recycled-content"})
    void a_record_about_lots_is_refused_with_the_reason(String kind) throws Exception {
        byte[] example = Files.readAllBytes(Path.of("..", "openapi", "examples", "provenance", kind + ".json"));
        as(People.CELL_MAKER)
                .contentType("application/json")
                .body(example)
                .post("/v1/records/" + kind)
                .then()
                .statusCode(422)
                .body("type", equalTo("https://denchi.dev/problems#invalid-record"))
                .body("violations.rule", hasItem("balance-is-judged"));
    }
}
