package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.OwnKey.SD_JWT;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service signs for each operator with the algorithm that is configured for it. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SigningAlgorithmsTest {
    private static final Path INTEROP = Path.of("..", "deploy", "interop");

    @ParameterizedTest
    @CsvSource({"CELL_MAKER, ES256", "OTHER_MAKER, ES384", "RECYCLER, EdDSA"})
    void each_operators_records_are_signed_with_its_algorithm(People person, String algorithm) {
        String token = as(person).accept(SD_JWT).get(issued(person)).asString();
        assertEquals(
                algorithm,
                Forgery.of(OwnKey.published(), token).header.path("alg").textValue());
        anyone().contentType(SD_JWT)
                .body(OwnKey.bytes(token))
                .post("/v1/verifications")
                .then()
                .body("outcome", equalTo("PASSED"));
    }

    @ParameterizedTest
    @CsvSource({"CELL_MAKER, ES256", "OTHER_MAKER, ES384", "RECYCLER, EdDSA"})
    void software_that_is_not_ours_verifies_them(People person, String algorithm)
            throws IOException, InterruptedException {
        assumeTrue(
                Files.isDirectory(INTEROP.resolve("node_modules/@sd-jwt/core")),
                "npm install was not done in deploy/interop");
        String service = "http://localhost:" + RestAssured.port;
        for (String key : new String[] {"", person.key()}) {
            Process node = new ProcessBuilder(
                            "node",
                            "verify.mjs",
                            service + issued(person),
                            service + "/operators/" + person.operator() + "/did.json",
                            key)
                    .directory(INTEROP.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, node.waitFor(), said);
            assertTrue(said.contains("signature holds, " + algorithm), said);
        }
    }

    private static String issued(People person) {
        Response posted = Calls.post(
                person,
                "battery-model",
                Examples.ofModel(
                                "battery-model",
                                "ALG-" + UUID.randomUUID().toString().substring(0, 13))
                        .toString());
        assertEquals(201, posted.statusCode(), posted::asString);
        return posted.path("links.self");
    }
}
