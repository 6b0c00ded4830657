package dev.denchi.api;

import static dev.denchi.api.Supplies.DATA;
import static dev.denchi.api.Supplies.json;
import static dev.denchi.api.Traders.CELL_MAKER;
import static dev.denchi.api.Traders.MODULE_MAKER;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signing in where the passwords are the OpenID Connect provider's. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(value = SignInStandIn.class, restrictToAnnotatedClass = true)
class SignInTest {

    @Test
    void who_signs_in_gets_tokens_of_the_provider_and_a_refreshed_one_works_too() {
        JsonNode tokens = json(signIn(CELL_MAKER.account(), SignInStandIn.PASSWORD), 201);
        assertEquals(List.of("accessToken", "refreshToken"), members(tokens));
        CELL_MAKER
                .with(tokens.path("accessToken").textValue())
                .get(DATA + "?dataTarget=parts")
                .then()
                .statusCode(200);

        JsonNode refreshed = json(refresh(tokens.path("refreshToken").textValue()), 201);
        assertEquals(List.of("accessToken"), members(refreshed));
        CELL_MAKER
                .with(refreshed.path("accessToken").textValue())
                .get(DATA + "?dataTarget=parts")
                .then()
                .statusCode(200);
    }

    @Test
    void what_the_provider_refuses_is_refused_in_the_published_words() {
        for (Response refused : List.of(
                signIn(CELL_MAKER.account(), "wrong"),
                signIn("nobody@example.com", SignInStandIn.PASSWORD),
                signIn(CELL_MAKER.account(), Traders.PASSWORD))) {
            assertSaid(refused, 401, "[auth] Unauthorized", "Invalid credentials");
        }
        assertSaid(refresh("refresh-0"), 401, "[auth] Unauthorized", "Invalid or expired token");
        assertSaid(signIn("", "x"), 400, "[auth] BadRequest", "Validation failed, operatorAccountId: cannot be blank.");
    }

    @Test
    void a_provider_that_does_not_answer_as_it_should_is_told_as_an_outer_service() {
        for (String account : List.of(
                SignInStandIn.BROKEN,
                SignInStandIn.SLOW,
                SignInStandIn.MISCONFIGURED,
                SignInStandIn.WITHOUT_REFRESH,
                SignInStandIn.HTML)) {
            Response answer = signIn(account, SignInStandIn.PASSWORD);
            assertSaid(answer, 503, "[auth] ServiceUnavailable", "Unexpected error occurred in outer service");
            assertFalse(answer.asString().contains("told for people"), account);
        }
    }

    @Test
    void nobody_signs_in_without_the_key_of_an_application() {
        given().body("{\"operatorAccountId\": \"a\", \"accountPassword\": \"b\"}")
                .post("/auth/login")
                .then()
                .statusCode(403)
                .body("message", equalTo("Invalid key"));
    }

    @Test
    void a_token_is_of_no_use_with_the_key_of_another_operator() {
        String token = json(signIn(CELL_MAKER.account(), SignInStandIn.PASSWORD), 201)
                .path("accessToken")
                .textValue();
        MODULE_MAKER.with(token).get(DATA + "?dataTarget=parts").then().statusCode(403);
    }

    @Test
    void a_password_is_changed_at_the_provider() {
        Response answer =
                CELL_MAKER.calls().body("{\"newPassword\": \"other&1234\"}").post("/auth/change");
        assertSaid(
                answer,
                403,
                "[auth] AccessDenied",
                "Passwords are changed at the OpenID Connect provider: https://login.denchi.example/account");
        CELL_MAKER
                .calls()
                .body("{\"newPassword\": \"short\"}")
                .post("/auth/change")
                .then()
                .statusCode(400);
    }

    private static void assertSaid(Response answer, int status, String code, String message) {
        JsonNode error = json(answer, status);
        assertEquals(code, error.path("code").textValue());
        assertEquals(message, error.path("message").textValue());
        assertEquals(List.of("code", "message", "detail"), members(error));
    }

    private static Response signIn(String account, String password) {
        return given().header("apiKey", CELL_MAKER.person().key())
                .contentType("application/json; charset=UTF-8")
                .body(Supplies.object()
                        .put("operatorAccountId", account)
                        .put("accountPassword", password)
                        .toString())
                .post("/auth/login");
    }

    private static Response refresh(String token) {
        return given().header("apiKey", CELL_MAKER.person().key())
                .body(Supplies.object().put("refreshToken", token).toString())
                .post("/auth/refresh");
    }

    private static List<String> members(JsonNode object) {
        return object.properties().stream().map(member -> member.getKey()).toList();
    }
}
