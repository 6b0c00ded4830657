package dev.denchi.model.credential;

import static dev.denchi.model.credential.Check.Result.FAILED;
import static dev.denchi.model.credential.Check.Result.PASSED;
import static dev.denchi.model.credential.SignedExamples.encoded;
import static dev.denchi.model.credential.SignedExamples.text;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import dev.denchi.model.format.Examples;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.RecordKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody could hand to a verifier: the check that names the cause fails, nothing is good, nothing is thrown. */
class AttackTest {
    private static final SignedExamples SAKURA = SignedExamples.bySakura();
    private static final SignedExamples FUJI = SignedExamples.by(new OperatorId("fuji-packs"), "Fuji Packs K.K.");
    private static final RecordToken GENUINE = SAKURA.signed(RecordKind.BATTERY);
    private static final String TOKEN = GENUINE.serialize();
    private static final String JWT = GENUINE.issuerJwt();
    private static final String DISCLOSURES = TOKEN.substring(JWT.length());
    private static final String HEADER = text(GENUINE.joseHeader());
    private static final String PAYLOAD = text(GENUINE.payload());
    private static final String SIGNATURE = JWT.substring(JWT.lastIndexOf('.') + 1);

    record Attack(String name, String failing, boolean signedByTheIssuer, String token) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Attack> attacks() throws JOSEException {
        return Stream.of(onTheSignature(), onTheHeader(), onThePayload(), onTheDisclosures())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void is_found_out_by_the_check_that_names_it(Attack attack) {
        var found = SAKURA.verified(attack.token());
        assertAll(
                attack.name(),
                () -> assertFalse(found.isGood(), found::toString),
                () -> assertEquals(FAILED, found.resultOf(attack.failing()), found::toString),
                () -> assertFalse(
                        !attack.signedByTheIssuer() && found.resultOf("signature") == PASSED, found::toString));
    }

    @Test
    void the_untouched_token_and_its_parts_put_together_again_are_good() {
        assertEquals(List.of(), failures(SAKURA.verified(TOKEN)));
        assertEquals(List.of(), failures(SAKURA.verified(SAKURA.jwt(HEADER, PAYLOAD) + DISCLOSURES)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "~", ".", "..~", "~~~", "a.b.c~", "null", "{}", "e30.e30.e30~", "\0", "電池~", "eyJ.~.~", "%7E"
            })
    void garbage_is_malformed(String garbage) {
        assertEquals(FAILED, SAKURA.verified(garbage).resultOf("form"));
    }

    @Test
    void no_character_can_be_changed() {
        Random random = new Random(20261123);
        int signature = JWT.lastIndexOf('.');
        IntStream everywhere = random.ints(600, 0, TOKEN.length());
        IntStream.concat(everywhere, IntStream.range(signature, JWT.length() + 1))
                .forEach(place -> {
                    char other = "AQgw01-_.~+/= é".charAt(random.nextInt(15));
                    String changed = TOKEN.substring(0, place) + other + TOKEN.substring(place + 1);
                    if (!changed.equals(TOKEN)) {
                        assertFalse(SAKURA.verified(changed).isGood(), () -> "at " + place + ": " + other);
                    }
                });
    }

    @Test
    void nothing_can_be_inserted_or_cut_off() {
        Random random = new Random(20261124);
        random.ints(300, 0, TOKEN.length()).forEach(place -> {
            String inserted = TOKEN.substring(0, place) + "!\nA=".charAt(place % 4) + TOKEN.substring(place);
            assertFalse(SAKURA.verified(inserted).isGood(), () -> "inserted at " + place);
            boolean isACut = TOKEN.charAt(Math.max(0, place - 1)) == '~';
            assertFalse(!isACut && SAKURA.verified(TOKEN.substring(0, place)).isGood(), () -> "cut at " + place);
        });
    }

    @Test
    void another_text_of_the_same_signature_is_refused() {
        String last = SIGNATURE.substring(SIGNATURE.length() - 1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        String twin = SIGNATURE.substring(0, SIGNATURE.length() - 1) + alphabet.charAt(alphabet.indexOf(last) ^ 1);
        assertEquals(new Base64URL(SIGNATURE).decode().length, new Base64URL(twin).decode().length);
        assertEquals(FAILED, SAKURA.verified(TOKEN.replace(SIGNATURE, twin)).resultOf("form"));
    }

    private static List<Attack> onTheSignature() throws JOSEException {
        String none = HEADER.replace("ES256", "none");
        String symmetric = HEADER.replace("\"ES256\"", "\"HS256\"");
        String input = encoded(symmetric) + "." + encoded(PAYLOAD);
        byte[] publicKey = SAKURA.key.published().toJSONString().getBytes(StandardCharsets.UTF_8);
        Base64URL mac = new MACSigner(publicKey)
                .sign(new JWSHeader(JWSAlgorithm.HS256), input.getBytes(StandardCharsets.US_ASCII));
        String foreign =
                HEADER.replace(SAKURA.key.signer().keyId(), FUJI.key.signer().keyId());
        return List.of(
                new Attack("alg none", "header", false, encoded(none) + "." + encoded(PAYLOAD) + "." + DISCLOSURES),
                new Attack("alg none, signature kept", "header", false, unsigned(none, PAYLOAD)),
                new Attack("alg none, signature failed", "signature", false, unsigned(none, PAYLOAD)),
                new Attack("HS256 with the public key", "header", false, input + "." + mac + DISCLOSURES),
                new Attack("HS256, signature failed", "signature", false, input + "." + mac + DISCLOSURES),
                new Attack("another key", "signature", false, FUJI.jwt(HEADER, PAYLOAD) + DISCLOSURES),
                new Attack("another issuer's key", "issuer", false, FUJI.jwt(foreign, PAYLOAD) + DISCLOSURES),
                new Attack(
                        "another issuer's record",
                        "issuer",
                        false,
                        FUJI.signed(RecordKind.BATTERY).serialize()),
                new Attack("ES384", "signature", false, unsigned(HEADER.replace("ES256", "ES384"), PAYLOAD)),
                new Attack("zero signature", "signature", false, unsigned(HEADER, PAYLOAD, new byte[64])),
                new Attack("no signature", "signature", false, unsigned(HEADER, PAYLOAD, new byte[0])),
                new Attack("DER signature", "signature", false, unsigned(HEADER, PAYLOAD, new byte[71])));
    }

    private static List<Attack> onTheHeader() {
        return List.of(
                withHeader("jku", "\"https://evil.example/keys\""),
                withHeader("x5u", "\"https://evil.example/chain\""),
                withHeader("jwk", FUJI.key.published().toJSONString()),
                withHeader("crit", "[\"exp\"]"),
                withHeader("b64", "false"),
                withHeader("zip", "\"DEF\""),
                new Attack("no kid", "issuer", true, signed(without(HEADER, "kid"), PAYLOAD)),
                new Attack("kid is no text", "issuer", true, signed(with(HEADER, "kid", "7"), PAYLOAD)),
                new Attack("no alg", "header", false, signed(without(HEADER, "alg"), PAYLOAD)),
                new Attack("typ JWT", "header", true, signed(with(HEADER, "typ", "\"JWT\""), PAYLOAD)),
                new Attack("no typ", "header", true, signed(without(HEADER, "typ"), PAYLOAD)),
                new Attack("header is a list", "header", false, signed("[]", PAYLOAD)),
                new Attack("alg twice", "form", false, signed("{\"alg\":\"none\"," + HEADER.substring(1), PAYLOAD)),
                new Attack("changed header", "signature", false, unsigned(without(HEADER, "cty"), PAYLOAD)));
    }

    private static List<Attack> onThePayload() {
        long ahead = SignedExamples.NOW.plus(Duration.ofMinutes(6)).getEpochSecond();
        return List.of(
                new Attack("said tomorrow", "issued-at", true, signed(HEADER, with(PAYLOAD, "iat", "" + ahead))),
                new Attack("iat beyond time", "form", true, signed(HEADER, with(PAYLOAD, "iat", "9e18"))),
                new Attack("iat overflows", "form", true, signed(HEADER, with(PAYLOAD, "iat", Long.MAX_VALUE + ""))),
                new Attack("iat is no number", "form", true, signed(HEADER, with(PAYLOAD, "iat", "\"now\""))),
                new Attack("no iat", "form", true, signed(HEADER, without(PAYLOAD, "iat"))),
                new Attack("a member twice", "form", true, signed(HEADER, "{\"issuer\":\"x\"," + PAYLOAD.substring(1))),
                new Attack("changed payload", "signature", false, unsigned(HEADER, with(PAYLOAD, "iat", "1"))),
                new Attack("other digests", "form", true, signed(HEADER, with(PAYLOAD, "_sd_alg", "\"sha-512\""))),
                new Attack("no record", "form", true, signed(HEADER, without(PAYLOAD, "record"))),
                new Attack("no subject", "form", true, signed(HEADER, without(PAYLOAD, "credentialSubject"))),
                new Attack(
                        "version 0", "form", true, signed(HEADER, PAYLOAD.replace("\"version\":1", "\"version\":0"))),
                new Attack("unknown kind", "form", true, signed(HEADER, PAYLOAD.replace("\"battery\"", "\"cell\""))),
                new Attack("id is no URN", "form", true, signed(HEADER, PAYLOAD.replace("urn:uuid:0198c0de-0", "x"))),
                new Attack("payload is a list", "form", true, signed(HEADER, "[]")),
                new Attack("payload is deep", "form", true, signed(HEADER, "[".repeat(10_000))));
    }

    private static List<Attack> onTheDisclosures() {
        String first = TOKEN.split("~", -1)[1];
        String other = SAKURA.signed(RecordKind.BATTERY).serialize().split("~", -1)[1];
        String deep = encoded("[\"salt\",\"serialNumber\"," + "[".repeat(10_000) + "]".repeat(10_000) + "]");
        return List.of(
                new Attack("of another token", "form", false, TOKEN + other + "~"),
                new Attack("given twice", "form", false, TOKEN + first + "~"),
                new Attack("made up", "form", false, TOKEN + encoded("[\"salt\",\"serialNumber\",\"X\"]") + "~"),
                new Attack("nested without end", "form", false, TOKEN + deep + "~"),
                new Attack("no JSON", "form", false, TOKEN + "AAAA~"),
                new Attack("empty", "form", false, TOKEN + "~"),
                new Attack("without the last ~", "form", false, TOKEN.substring(0, TOKEN.length() - 1)),
                new Attack("with a key binding", "form", false, TOKEN + JWT),
                new Attack("of 5 MB", "form", false, TOKEN + "A".repeat(5 * 1024 * 1024) + "~"),
                new Attack("of 4 MB", "form", false, JWT + "~A".repeat(2_000_000) + "~"),
                saying("a value of the wrong form", "schema", "[\"s\",\"serialNumber\",\"with space\"]"),
                saying("an unknown attribute", "schema", "[\"s\",\"surprise\",1]"),
                saying("a member twice", "form", "[\"s\",\"facility\",{\"name\":\"A\",\"name\":\"B\"}]"),
                saying("an element of a list", "form", "[\"s\",1]"),
                saying("a pointer for a name", "form", "[\"s\",\"facility/name\",1]"),
                saying("a reserved name", "form", "[\"s\",\"_sd\",[]]"),
                saying("what is said already", "form", "[\"s\",\"id\",\"urn:x\"]"),
                saying("one attribute twice", "form", "[\"s\",\"year\",1]", "[\"t\",\"year\",2]"));
    }

    /** The genuine key signs digests of these disclosures and nothing else. */
    private static Attack saying(String name, String failing, String... disclosures) {
        ObjectNode payload = (ObjectNode) StrictJson.read(PAYLOAD);
        var digests = ((ObjectNode) payload.path("credentialSubject")).putArray("_sd");
        StringBuilder tail = new StringBuilder("~");
        for (String disclosure : disclosures) {
            digests.add(digest(encoded(disclosure)));
            tail.append(encoded(disclosure)).append('~');
        }
        return new Attack(name, failing, true, SAKURA.jwt(HEADER, text(payload)) + tail);
    }

    private static String digest(String disclosure) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return Base64URL.encode(sha256.digest(disclosure.getBytes(StandardCharsets.US_ASCII)))
                    .toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Attack withHeader(String member, String json) {
        return new Attack(member + " in the header", "header", true, signed(with(HEADER, member, json), PAYLOAD));
    }

    private static String signed(String header, String payload) {
        return SAKURA.jwt(header, payload) + DISCLOSURES;
    }

    private static String unsigned(String header, String payload) {
        String token = encoded(header) + "." + encoded(payload) + "." + SIGNATURE + DISCLOSURES;
        assertNotEquals(TOKEN, token);
        return token;
    }

    private static String unsigned(String header, String payload, byte[] signature) {
        return encoded(header) + "." + encoded(payload) + "." + Base64URL.encode(signature) + DISCLOSURES;
    }

    private static String with(String json, String member, String value) {
        return text(Examples.set((ObjectNode) StrictJson.read(json), "/" + member, value));
    }

    private static String without(String json, String member) {
        ObjectNode object = (ObjectNode) StrictJson.read(json);
        object.remove(member);
        return text(object);
    }

    private static List<Check> failures(Verification found) {
        return found.checks().stream()
                .filter(check -> check.result() == FAILED || check.result() == Check.Result.INDETERMINATE)
                .toList();
    }
}
