package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Calls.postModel;
import static dev.denchi.api.Refusals.refused;
import static dev.denchi.api.Refusals.refusedByEn18222;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class PullTokenTest {
    private final String model = "PULL-" + UUID.randomUUID().toString().substring(0, 8);
    private final String transfer = UUID.randomUUID().toString();
    private String passport = "";

    @BeforeEach
    void postsABattery() {
        postModel(model);
        passport = post("battery", Examples.newBattery(model)).path("links.passport");
    }

    @Test
    void opens_the_points_that_were_agreed() {
        pull(PullTokenFixture.of(model, List.of(1), transfer))
                .then()
                .statusCode(200)
                .body("recycledContent.recycledContent", notNullValue())
                .body("recycledContent.massInActiveMaterials", nullValue())
                .body("battery.batteryStatus", nullValue());
        pull(PullTokenFixture.of(model, List.of(1, 2), transfer))
                .then()
                .statusCode(200)
                .body("recycledContent.massInActiveMaterials", notNullValue())
                .body("battery.batteryStatus", nullValue())
                .body("batteryModel.conformity.resultOfTestReport", nullValue());
    }

    @Test
    void opens_no_other_models_passport() {
        postModel(model + "-B");
        String token = PullTokenFixture.of(model + "-B", List.of(1, 2), transfer);
        refusedByEn18222(pull(token), 403, "ClientForbidden", "forbidden");
        String foreign = changed(claims -> claims.claim("operator", "hikari-motors"));
        refusedByEn18222(pull(foreign), 403, "ClientForbidden", "forbidden");
    }

    @Test
    void opens_nothing_but_passports() {
        String token = PullTokenFixture.of(model, List.of(1, 2), transfer);
        String bearer = "Bearer " + token;
        refused(
                anyone().header("Authorization", bearer)
                        .contentType("application/json")
                        .body(Examples.ofModel("battery-model", model + "-C").toString())
                        .post("/v1/records/battery-model"),
                403,
                "forbidden");
        refused(anyone().header("Authorization", bearer).get("/v1/record-sets"), 403, "forbidden");
        refused(anyone().header("Authorization", bearer).get("/v1/records/" + UUID.randomUUID()), 403, "forbidden");
    }

    @Test
    void is_refused_from_the_stop_of_its_transfer_on_until_it_is_resumed() {
        Instant stopped = Instant.now();
        String before = startedAt(stopped.minusMillis(1));
        pull(before).then().statusCode(200);
        for (String state : List.of("SUSPENDED", "TERMINATED", "COMPLETED")) {
            stop(transfer, state, stopped).then().statusCode(204);
            refusedByEn18222(pull(before), 401, "ClientNotAuthorized", "unauthenticated");
        }
        refusedByEn18222(
                pull(startedAt(stopped.truncatedTo(java.time.temporal.ChronoUnit.MILLIS))),
                401,
                "ClientNotAuthorized",
                "unauthenticated");
        pull(startedAt(stopped.plusMillis(1))).then().statusCode(200);
        pull(PullTokenFixture.of(model, List.of(1), "another-transfer")).then().statusCode(200);
    }

    @Test
    void is_stopped_by_the_connector_alone_and_in_words_that_are_known() {
        String address = "/v1/transfers/" + transfer + "/state";
        String good = "{\"state\":\"SUSPENDED\",\"at\":\"2026-11-23T20:00:00.123Z\"}";
        refused(anyone().contentType("application/json").body(good).put(address), 401, "unauthenticated");
        refused(as(People.CELL_MAKER).contentType("application/json").body(good).put(address), 403, "forbidden");
        for (String wrong : List.of(
                "",
                "[]",
                "{}",
                good.replace("SUSPENDED", "PAUSED"),
                good.replace("2026-11-23T20:00:00.123Z", "now"),
                good.replace("\"2026-11-23T20:00:00.123Z\"", "7"),
                good.replace("2026-", "+1000000000-"))) {
            refused(
                    as(People.CONNECTOR)
                            .contentType("application/json")
                            .body(wrong)
                            .put(address),
                    400,
                    "malformed-request");
        }
        for (String id : List.of("%00", "a%20b", "x".repeat(256))) {
            refused(
                    as(People.CONNECTOR)
                            .contentType("application/json")
                            .body(good)
                            .put("/v1/transfers/" + id + "/state"),
                    400,
                    "malformed-request");
        }
    }

    @Test
    void is_refused_when_a_claim_is_wrong() {
        refusedToken(
                changed(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120)))));
        refusedToken(changed(claims -> claims.audience("http://127.0.0.1:9999")));
        refusedToken(changed(claims -> claims.issuer("somebody")));
        refusedToken(changed(claims -> claims.claim("accessPoints", List.of(5))));
        refusedToken(changed(claims -> claims.claim("accessPoints", List.of("one"))));
        refusedToken(changed(claims -> claims.claim("accessPoints", "1")));
        refusedToken(changed(claims -> claims.claim("startedAt", "now")));
        refusedToken(changed(claims -> claims.claim("operator", "No Body")));
        refusedToken(changed(claims -> claims.claim("transfer", 7)));
        refusedToken(changed(claims -> claims.claim("transfer", "a\u0000b")));
    }

    @Test
    void is_refused_when_a_claim_is_missing() {
        for (String claim : List.of(
                "iss",
                "sub",
                "aud",
                "iat",
                "exp",
                "jti",
                "agreement",
                "transfer",
                "operator",
                "manufacturerPartId",
                "accessPoints",
                "startedAt")) {
            refusedToken(changed(claims -> claims.claim(claim, null)));
        }
    }

    @Test
    void is_refused_when_the_connector_did_not_sign_it() throws JOSEException, ParseException {
        ECKey key = PullTokenFixture.key();
        ECKey other = PullTokenFixture.newKey();
        ECKey pretended = new ECKey.Builder(other).keyID(key.getKeyID()).build();
        JWTClaimsSet claims = SignedJWT.parse(PullTokenFixture.of(model, List.of(1), transfer))
                .getJWTClaimsSet();
        refusedToken(PullTokenFixture.signed(other, model, List.of(1), transfer, same -> same));
        refusedToken(PullTokenFixture.signed(pretended, model, List.of(1), transfer, same -> same));

        String unsigned = encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + encoded(claims.toString()) + ".";
        refusedToken(unsigned);
        SignedJWT symmetric = new SignedJWT(header(JWSAlgorithm.HS256, "at+jwt", key), claims);
        symmetric.sign(new MACSigner(key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        refusedToken(symmetric.serialize());
        for (String type : List.of("JWT", "vc+sd-jwt")) {
            SignedJWT token = new SignedJWT(header(JWSAlgorithm.ES256, type, key), claims);
            token.sign(new ECDSASigner(key));
            refusedToken(token.serialize());
        }
        for (String nonsense : List.of("nonsense", "a.b.c", "..", "e30.e30.e30")) {
            refusedToken(nonsense);
        }
    }

    private static JWSHeader header(JWSAlgorithm algorithm, String type, ECKey key) {
        return new JWSHeader.Builder(algorithm)
                .keyID(key.getKeyID())
                .type(new JOSEObjectType(type))
                .build();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String startedAt(Instant moment) {
        return changed(claims -> claims.claim("startedAt", moment.toEpochMilli()));
    }

    private String changed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return PullTokenFixture.signed(PullTokenFixture.key(), model, List.of(1), transfer, change);
    }

    private void refusedToken(String token) {
        refusedByEn18222(pull(token), 401, "ClientNotAuthorized", "unauthenticated");
    }

    private Response pull(String token) {
        return anyone().header("Authorization", "Bearer " + token).get(passport);
    }

    private static Response stop(String transfer, String state, Instant at) {
        return as(People.CONNECTOR)
                .contentType("application/json")
                .body("{\"state\":\"" + state + "\",\"at\":\"" + at + "\"}")
                .put("/v1/transfers/" + transfer + "/state");
    }
}
