package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.nimbusds.jose.JWSAlgorithm;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class OidcTest {
    @Inject
    Store store;

    @Test
    void a_token_of_the_provider_writes_for_the_operator_that_it_names() {
        Response receipt = posted(OidcFixture.token("sakura-cells", "battery-operator", "something-else"));
        receipt.then().statusCode(201).body("subject", equalTo("urn:denchi:model:sakura-cells:" + model(receipt)));
        bearer(OidcFixture.token("hikari-motors", "battery-operator"))
                .get(receipt.<String>path("links.self"))
                .then()
                .statusCode(200)
                .body("content.conformity.resultOfTestReport", nullValue());
    }

    @Test
    void a_token_reads_with_its_role() {
        String self =
                posted(OidcFixture.token("sakura-cells", "battery-operator")).path("links.self");
        bearer(OidcFixture.token(
                        claims -> claims.claim("denchi_operator", null).claim("roles", List.of("market-surveillance"))))
                .get(self)
                .then()
                .statusCode(200)
                .body("content.conformity.resultOfTestReport", notNullValue());
        bearer(OidcFixture.token("rhein-recycling", "repairer"))
                .get(self)
                .then()
                .statusCode(200)
                .body("content.conformity.resultOfTestReport", nullValue())
                .body("content.circularity", notNullValue());
    }

    @Test
    void an_administrators_role_manages_keys_of_its_own_operator() {
        Response made = bearer(OidcFixture.token("sakura-cells", "battery-operator", "denchi-administrator"))
                .contentType("application/json")
                .body("{\"name\": \"made with a token\"}")
                .post("/v1/api-keys");
        made.then().statusCode(201).body("operator", equalTo("sakura-cells"));
        refused(bearer(OidcFixture.token("sakura-cells", "battery-operator")).get("/v1/api-keys"), 403, "forbidden");
    }

    @Test
    void refuses_tokens_that_are_not_the_providers_for_this_service_and_now() {
        Date past = Date.from(Instant.now().minusSeconds(120));
        for (String token : List.of(
                OidcFixture.token(claims -> claims.issuer("https://other-issuer.example")),
                OidcFixture.token(claims -> claims.issuer(null)),
                OidcFixture.token(claims -> claims.audience("another-service")),
                OidcFixture.token(claims -> claims.audience((String) null)),
                OidcFixture.token(claims -> claims.expirationTime(past)),
                OidcFixture.token(claims -> claims.expirationTime(null)),
                OidcFixture.unsigned(claims -> claims),
                OidcFixture.unsigned(claims -> claims.issuer("denchi")),
                OidcFixture.token(claims -> claims.issuer("denchi")),
                OidcFixture.signed(PullTokenFixture.newKey(), JWSAlgorithm.ES256, claims -> claims),
                "no.token.atall",
                "opaque")) {
            refused(store.unchangedBy(() -> posted(token)), 401, "unauthenticated");
        }
    }

    @Test
    void a_good_token_that_says_nothing_of_use_here_opens_nothing() {
        for (String token : List.of(
                OidcFixture.token("sakura-cells", "press"),
                OidcFixture.token("sakura-cells"),
                OidcFixture.token("sakura-cells", "ECONOMIC_OPERATOR"),
                OidcFixture.token("sakura-cells", "denchi-administrator"),
                OidcFixture.token("sakura-cells", "battery-operator", "market-surveillance"),
                OidcFixture.token("nobody-here", "battery-operator"),
                OidcFixture.token("no operator", "battery-operator"),
                OidcFixture.token(claims -> claims.claim("denchi_operator", null)),
                OidcFixture.token(claims -> claims.claim("roles", null)))) {
            refused(store.unchangedBy(() -> posted(token)), 403, "forbidden");
        }
    }

    @Test
    void a_bad_token_is_refused_even_where_none_is_needed() {
        String self =
                posted(OidcFixture.token("sakura-cells", "battery-operator")).path("links.self");
        anyone().get(self).then().statusCode(200);
        refused(bearer(OidcFixture.unsigned(claims -> claims)).get(self), 401, "unauthenticated");
        refused(bearer(OidcFixture.token("sakura-cells", "press")).get(self), 403, "forbidden");
    }

    private static RequestSpecification bearer(String token) {
        return anyone().header("Authorization", "Bearer " + token);
    }

    private static Response posted(String token) {
        return bearer(token)
                .contentType("application/json")
                .body(Examples.ofModel("battery-model", "OIDC-" + UUID.randomUUID())
                        .toString())
                .post("/v1/records/battery-model");
    }

    private static String model(Response receipt) {
        String subject = receipt.path("subject");
        return subject.substring(subject.lastIndexOf(':') + 1);
    }
}
