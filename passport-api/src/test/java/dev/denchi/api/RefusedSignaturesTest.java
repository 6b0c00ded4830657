package dev.denchi.api;

import static dev.denchi.api.People.CELL_MAKER;
import static dev.denchi.api.People.CELL_MAKERS_ADMINISTRATOR;
import static dev.denchi.api.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What an operator could send in signed, and with which of its names each is refused. Nothing of any of it is kept. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RefusedSignaturesTest {
    @Inject
    Store store;

    @Test
    void each_trick_is_refused_by_its_own_name() {
        OwnKey key = OwnKey.registered(CELL_MAKERS_ADMINISTRATOR);
        Map<String, String> found = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        tricks(key).forEach((name, trick) -> {
            String token = trick.make().apply(genuine(key));
            Response answer = store.unchangedBy(() -> OwnKey.post(CELL_MAKER, "battery-model", token));
            refused(answer, 422, name.equals("what breaks a rule") ? "invalid-record" : "invalid-token");
            List<String> rules = answer.path("violations.rule");
            expected.put(name, trick.rule());
            found.put(name, rules.contains(trick.rule()) ? trick.rule() : rules.toString());
        });
        assertEquals(lines(expected), lines(found));
    }

    private record Trick(String rule, Function<Forgery, String> make) {}

    private static Map<String, Trick> tricks(OwnKey key) {
        OwnKey stranger = OwnKey.published();
        Map<String, Trick> tricks = new LinkedHashMap<>();
        tricks.put("alg none", header("token-alg", header -> header.put("alg", "none")));
        tricks.put("HS256 with the public key", new Trick("token-alg", forgery -> hmac(forgery, key)));
        tricks.put("RS256", header("token-alg", header -> header.put("alg", "RS256")));
        tricks.put("ES256K", header("token-alg", header -> header.put("alg", "ES256K")));
        tricks.put(
                "unknown crit",
                header("token-crit", header -> header.putArray("crit").add("exp")));
        tricks.put("jku", header("token-jku", header -> header.put("jku", "https://evil.example/jwks.json")));
        tricks.put("x5u", header("token-x5u", header -> header.put("x5u", "https://evil.example/chain.pem")));
        tricks.put("jwk", header("token-jwk", header -> header.putObject("jwk").put("kty", "EC")));
        tricks.put("b64", header("token-b64", header -> header.put("b64", false)));
        tricks.put("no kid", header("token-kid", header -> header.remove("kid")));
        tricks.put("no typ", header("token-typ", header -> header.remove("typ")));
        tricks.put(
                "a key that is not registered", header("token-issuer", header -> header.put("kid", key.did() + "#x")));
        tricks.put(
                "another's DID",
                new Trick(
                        "token-issuer",
                        forgery -> said(forgery, "issuer", stranger.did()).signed()));
        tricks.put(
                "another's signature",
                new Trick(
                        "token-signature", forgery -> stranger.jwt(forgery.header, forgery.payload) + forgery.tail()));
        tricks.put("ES384 said of ES256", header("token-signature", header -> header.put("alg", "ES384")));
        tricks.put("a changed claim", new Trick("token-signature", RefusedSignaturesTest::changed));
        tricks.put(
                "a certificate of nobody",
                header("token-certificate", header -> header.putArray("x5c").add("AAAA")));
        tricks.put(
                "said tomorrow",
                new Trick(
                        "token-issued-at", forgery -> at(forgery, Instant.now().plusSeconds(900))));
        tricks.put(
                "said last week",
                new Trick(
                        "token-issued-at", forgery -> at(forgery, Instant.now().minusSeconds(604_800))));
        tricks.put(
                "a member twice in the header",
                new Trick(
                        "token-form",
                        forgery -> forgery.signed(
                                "{\"alg\":\"none\"," + forgery.header.toString().substring(1),
                                forgery.payload.toString())));
        tricks.put(
                "a member twice in the payload",
                new Trick(
                        "token-form",
                        forgery -> forgery.signed(
                                forgery.header.toString(),
                                "{\"iat\":1," + forgery.payload.toString().substring(1))));
        tricks.put(
                "an unknown claim",
                new Trick("token-form", forgery -> said(forgery, "exp", "1").signed()));
        tricks.put("an attribute in the clear", new Trick("token-form", forgery -> subject(forgery, "gtin", "1")));
        tricks.put("a line break behind it", new Trick("token-form", forgery -> forgery.signed() + "\n"));
        tricks.put("no token", new Trick("token-form", forgery -> "Dear Sir"));
        tricks.put(
                "a disclosure made up",
                new Trick(
                        "token-disclosures",
                        forgery -> forgery.signed()
                                + OwnKey.encoded(OwnKey.bytes("[\"salt\",\"gtin\",\"04912345077011\"]")) + "~"));
        tricks.put(
                "a disclosure twice",
                new Trick("token-disclosures", forgery -> forgery.signed() + forgery.disclosures.get(0) + "~"));
        tricks.put(
                "a public attribute withheld",
                new Trick("token-missing-disclosures", forgery -> withheld(forgery, "modelId")));
        tricks.put(
                "a required attribute withheld", new Trick("schema:required", forgery -> withheld(forgery, "modelId")));
        tricks.put("a digest too many", new Trick("token-decoys", RefusedSignaturesTest::oneTooMany));
        tricks.put(
                "hidden in a place of its own",
                new Trick("token-unknown-attribute", RefusedSignaturesTest::inItsOwnPlace));
        tricks.put(
                "of another kind",
                new Trick(
                        "token-kind",
                        forgery -> key.token(CELL_MAKER, "due-diligence", Examples.ofModel("due-diligence", "x"))));
        tricks.put(
                "about another subject",
                new Trick("token-subject", forgery -> subject(forgery, "id", "urn:denchi:model:sakura-cells:OTHER")));
        tricks.put(
                "a second version without a first", new Trick("token-version", RefusedSignaturesTest::secondVersion));
        tricks.put("another record's place in a status list", new Trick("token-status", RefusedSignaturesTest::placed));
        tricks.put("what breaks a rule", new Trick("voltages-are-ordered", RefusedSignaturesTest::brokenRule));
        return tricks;
    }

    private static Forgery genuine(OwnKey key) {
        String model = "FORGED-" + UUID.randomUUID().toString().substring(0, 13);
        return Forgery.of(key, key.token(CELL_MAKER, "battery-model", Examples.ofModel("battery-model", model)));
    }

    private static Trick header(String rule, Consumer<ObjectNode> change) {
        return new Trick(rule, forgery -> {
            change.accept(forgery.header);
            return forgery.signed();
        });
    }

    private static Forgery said(Forgery forgery, String claim, String value) {
        forgery.payload.put(claim, value);
        return forgery;
    }

    private static String subject(Forgery forgery, String member, String value) {
        ((ObjectNode) forgery.payload.path("credentialSubject")).put(member, value);
        return forgery.signed();
    }

    private static String at(Forgery forgery, Instant at) {
        forgery.payload.put("iat", at.getEpochSecond());
        forgery.payload.put(
                "validFrom", Instant.ofEpochSecond(at.getEpochSecond()).toString());
        return forgery.signed();
    }

    private static String changed(Forgery forgery) {
        String signature = forgery.signed().split("~")[0].split("\\.")[2];
        at(forgery, Instant.now().minusSeconds(60));
        return OwnKey.encoded(OwnKey.bytes(forgery.header.toString())) + "."
                + OwnKey.encoded(OwnKey.bytes(forgery.payload.toString())) + "." + signature + forgery.tail();
    }

    private static String hmac(Forgery forgery, OwnKey key) {
        forgery.header.put("alg", "HS256");
        String input = OwnKey.encoded(OwnKey.bytes(forgery.header.toString())) + "."
                + OwnKey.encoded(OwnKey.bytes(forgery.payload.toString()));
        try {
            byte[] secret = OwnKey.bytes(key.key().toPublicJWK().toJSONString());
            return input + "." + new MACSigner(secret).sign(new JWSHeader(JWSAlgorithm.HS256), OwnKey.bytes(input))
                    + forgery.tail();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String withheld(Forgery forgery, String attribute) {
        forgery.disclosures.removeIf(disclosure -> text(disclosure).contains("\"" + attribute + "\""));
        return forgery.signed();
    }

    /** Where some attributes are hidden from the public, and the number of digests is always the same. */
    private static String oneTooMany(Forgery forgery) {
        forgery.payload.withArray("/credentialSubject/performance/_sd").add("A".repeat(43));
        return forgery.signed();
    }

    private static String inItsOwnPlace(Forgery forgery) {
        ((ObjectNode) forgery.payload.path("credentialSubject"))
                .putObject("surprise")
                .putArray("_sd")
                .add("A".repeat(43));
        return forgery.signed();
    }

    private static String placed(Forgery forgery) {
        forgery.payload
                .putArray("credentialStatus")
                .addObject()
                .put("type", "BitstringStatusListEntry")
                .put("statusPurpose", "refresh")
                .put("statusListIndex", "5")
                .put(
                        "statusListCredential",
                        "https://elsewhere.example/operators/sakura-cells/status/0123456789ab/refresh");
        return forgery.signed();
    }

    private static String secondVersion(Forgery forgery) {
        ObjectNode record = (ObjectNode) forgery.payload.path("record");
        record.put("version", 2).put("previousSha256", "ab".repeat(32));
        forgery.payload.put("id", record.path("id").textValue() + "#2");
        return forgery.signed();
    }

    /** The maximum and the minimum change places. */
    private static String brokenRule(Forgery forgery) {
        for (int i = 0; i < forgery.disclosures.size(); i++) {
            String text = text(forgery.disclosures.get(i));
            if (text.contains("\"minimumVoltage\"")) {
                String old = forgery.disclosures.get(i);
                String changed =
                        OwnKey.encoded(OwnKey.bytes(text.replaceFirst("\"value\": ?[0-9.]+", "\"value\":9999")));
                forgery.disclosures.set(i, changed);
                replace(forgery.payload, digest(old), digest(changed));
            }
        }
        return forgery.signed();
    }

    private static void replace(ObjectNode object, String old, String changed) {
        if (object.path("_sd") instanceof ArrayNode digests) {
            for (int i = 0; i < digests.size(); i++) {
                if (digests.get(i).textValue().equals(old)) {
                    digests.set(i, changed);
                }
            }
        }
        object.forEach(member -> {
            if (member instanceof ObjectNode group) {
                replace(group, old, changed);
            }
        });
    }

    private static String text(String disclosure) {
        return new Base64URL(disclosure).decodeToString();
    }

    private static String digest(String disclosure) {
        try {
            return OwnKey.encoded(MessageDigest.getInstance("SHA-256").digest(OwnKey.bytes(disclosure)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String lines(Map<String, String> rules) {
        StringBuilder lines = new StringBuilder();
        rules.forEach(
                (name, rule) -> lines.append(name).append(": ").append(rule).append('\n'));
        return lines.toString();
    }
}
