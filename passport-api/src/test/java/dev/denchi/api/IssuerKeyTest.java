package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.People.CELL_MAKERS_ADMINISTRATOR;
import static dev.denchi.api.People.OTHER_MAKERS_ADMINISTRATOR;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.signature.PublishedKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which keys an operator can register as its own. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class IssuerKeyTest {
    private static final String KEYS = "/v1/issuer-keys";
    private static final String OPERATOR = CELL_MAKERS_ADMINISTRATOR.operator();

    @Inject
    Store store;

    @Test
    void a_key_of_the_operators_own_did_document_is_registered_once() {
        OwnKey key = OwnKey.published();
        Response made = key.register(CELL_MAKERS_ADMINISTRATOR);
        made.then()
                .statusCode(201)
                .body("did", equalTo(key.did()))
                .body("keyId", equalTo(key.keyId()))
                .body("heldBy", equalTo("operator"));
        assertFalse(made.asString().contains("\"d\""));
        Response again = key.register(CELL_MAKERS_ADMINISTRATOR);
        assertEquals(made.<String>path("id"), again.path("id"));
        as(CELL_MAKERS_ADMINISTRATOR)
                .get(KEYS)
                .then()
                .statusCode(200)
                .body("issuerKeys.keyId", hasItem(key.keyId()))
                .body("issuerKeys.heldBy", hasItem("service"));
        as(OTHER_MAKERS_ADMINISTRATOR).get(KEYS).then().body("issuerKeys.keyId", not(hasItem(key.keyId())));
    }

    @Test
    void nobody_registers_anothers_key() {
        OwnKey key = OwnKey.registered(CELL_MAKERS_ADMINISTRATOR);
        refusedFor("proof-claims", OwnKey.register(OTHER_MAKERS_ADMINISTRATOR, key.proof(OPERATOR)));
        refusedFor("proof-key", key.register(OTHER_MAKERS_ADMINISTRATOR));
        OwnKey another = OwnKey.published();
        refusedFor(
                "proof-signature",
                OwnKey.register(CELL_MAKERS_ADMINISTRATOR, another.jwt(key.proofHeader(), key.claims(OPERATOR))));
    }

    @Test
    void a_proof_is_for_this_service_and_this_moment_and_says_nothing_else() {
        refusedFor("proof-claims", claiming(claims -> claims.put("aud", "https://another.example")));
        refusedFor("proof-claims", claiming(claims -> claims.put("iss", "did:web:another.example")));
        refusedFor("proof-claims", claiming(claims -> claims.put("exp", 1)));
        refusedFor(
                "proof-time", claiming(claims -> claims.put("iat", Instant.now().getEpochSecond() - 600)));
        refusedFor(
                "proof-time", claiming(claims -> claims.put("iat", Instant.now().getEpochSecond() + 600)));
        refusedFor("proof-time", claiming(claims -> claims.put("iat", "now")));
    }

    @Test
    void a_header_that_asks_for_more_is_refused_by_its_name() {
        refusedFor("proof-header-alg", withHeader(header -> header.put("alg", "none")));
        refusedFor("proof-header-alg", withHeader(header -> header.put("alg", "HS256")));
        refusedFor("proof-header-typ", withHeader(header -> header.put("typ", "JWT")));
        refusedFor("proof-header-kid", withHeader(header -> header.remove("kid")));
        refusedFor("proof-header-jku", withHeader(header -> header.put("jku", "https://evil.example")));
        refusedFor("proof-header-jwk", withHeader(header -> header.put("jwk", Map.of())));
        refusedFor("proof-kid", withHeader(header -> header.put("kid", "seal")));
        refusedFor("proof-kid", withHeader(header -> header.put("kid", "did:web:127.0.0.1#seal")));
        refusedFor("proof-kid", withHeader(header -> header.put("kid", "did:key:z6Mk#seal")));
        refusedFor("proof-form", OwnKey.register(CELL_MAKERS_ADMINISTRATOR, "no JWT"));
    }

    @Test
    void a_document_has_to_be_there_and_to_say_that_the_key_makes_assertions() {
        String name = UUID.randomUUID().toString();
        OwnKey key = OwnKey.under(DidHost.did(name), Curve.P_256, JWSAlgorithm.ES256);
        refusedFor("did-document", key.register(CELL_MAKERS_ADMINISTRATOR));
        DidHost.publish(name, new byte[] {'{'});
        refusedFor("did-document", key.register(CELL_MAKERS_ADMINISTRATOR));
        var document =
                StrictJson.write(PublishedKeys.of(key.did(), List.of(key.key())).didDocument());
        DidHost.publish(
                name,
                new String(document, StandardCharsets.UTF_8)
                        .replace("assertionMethod", "authentication")
                        .getBytes(StandardCharsets.UTF_8));
        refusedFor("did-document", key.register(CELL_MAKERS_ADMINISTRATOR));
        DidHost.publish(
                name,
                StrictJson.write(
                        PublishedKeys.of("did:web:another.example", List.of()).didDocument()));
        refusedFor("did-document", key.register(CELL_MAKERS_ADMINISTRATOR));
        DidHost.publish(name, document);
        key.register(CELL_MAKERS_ADMINISTRATOR).then().statusCode(201);
    }

    @Test
    void under_a_did_that_this_service_publishes_only_a_certificate_will_do() {
        String did = "did:web:127.0.0.1%3A8081:operators:";
        OwnKey own = OwnKey.under(did + OPERATOR, Curve.P_256, JWSAlgorithm.ES256);
        refusedFor("proof-certificate", own.register(CELL_MAKERS_ADMINISTRATOR));
        OwnKey others = OwnKey.under(did + "hikari-motors", Curve.P_256, JWSAlgorithm.ES256);
        refusedFor("proof-kid", others.register(CELL_MAKERS_ADMINISTRATOR));
    }

    @Test
    void nobody_but_an_administrator_touches_issuer_keys() {
        String id = OwnKey.published().register(CELL_MAKERS_ADMINISTRATOR).path("id");
        refused(anyone().get(KEYS), 401, "unauthenticated");
        for (People person : People.values()) {
            if (!person.administers()) {
                refused(as(person).get(KEYS), 403, "forbidden");
                refused(OwnKey.published().register(person), 403, "forbidden");
                refused(as(person).post(KEYS + "/rotation"), 403, "forbidden");
                refused(as(person).get(KEYS + "/" + id + "/certificate-request"), 403, "forbidden");
                refused(KeyLifeTest.revoke(person, id, "{\"reason\": \"compromised\"}"), 403, "forbidden");
            }
        }
        refused(KeyLifeTest.revoke(OTHER_MAKERS_ADMINISTRATOR, id, "{\"reason\": \"compromised\"}"), 404, "not-found");
        refused(as(OTHER_MAKERS_ADMINISTRATOR).get(KEYS + "/" + id + "/certificate-request"), 404, "not-found");
    }

    private Response claiming(Consumer<Map<String, Object>> change) {
        OwnKey key = OwnKey.published();
        Map<String, Object> claims = key.claims(OPERATOR);
        change.accept(claims);
        return OwnKey.register(CELL_MAKERS_ADMINISTRATOR, key.jwt(key.proofHeader(), claims));
    }

    private Response withHeader(Consumer<Map<String, Object>> change) {
        OwnKey key = OwnKey.published();
        Map<String, Object> header = key.proofHeader();
        change.accept(header);
        return OwnKey.register(CELL_MAKERS_ADMINISTRATOR, key.jwt(header, key.claims(OPERATOR)));
    }

    private static void refusedFor(String rule, Response answer) {
        refused(answer, 422, "invalid-request")
                .then()
                .body("violations.rule", hasItem(rule))
                .body("violations.pointer", hasItem(containsString("/proof")));
    }
}
