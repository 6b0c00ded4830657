package dev.denchi.model.verification;

import static dev.denchi.model.credential.SignedExamples.NOW;
import static dev.denchi.model.credential.SignedExamples.encoded;
import static dev.denchi.model.credential.SignedExamples.text;
import static dev.denchi.model.verification.Question.CERTIFICATE;
import static dev.denchi.model.verification.Question.DISCLOSURES;
import static dev.denchi.model.verification.Question.FORM;
import static dev.denchi.model.verification.Question.HEADER;
import static dev.denchi.model.verification.Question.ISSUED_AT;
import static dev.denchi.model.verification.Question.ISSUER;
import static dev.denchi.model.verification.Question.PREVIOUS_VERSION;
import static dev.denchi.model.verification.Question.RULES;
import static dev.denchi.model.verification.Question.SCHEMA;
import static dev.denchi.model.verification.Question.SIGNATURE;
import static dev.denchi.model.verification.Question.STATUS;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.credential.SignedExamples;
import dev.denchi.model.format.Examples;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.status.StatusList;
import dev.denchi.model.status.StatusListCredential;
import dev.denchi.model.status.StatusPurpose;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What somebody could hand to a verifier who has everything: keys, anchors, status lists and the version before. For each attack the
 * check that names the cause fails, it alone, and exactly those pass whose answer is still true.
 */
class AttackTest {
    private static final History SAKURA = History.bySakura();
    private static final SignedExamples FUJI = SignedExamples.by(new OperatorId("fuji-packs"), "Fuji Packs K.K.");
    private static final SignedExamples KEEPER = SignedExamples.by("did:web:passports.example:operators:sakura-cells");
    private static final SignedExamples NEIGHBOUR = SignedExamples.by("did:web:passports.example:operators:fuji-packs");
    private static final SignedExamples HOST = SignedExamples.by("did:web:passports.example");
    private static final SignedExamples OTHER_PORT =
            SignedExamples.by("did:web:passports.example%3A8443:operators:sakura-cells");
    private static final SignedExamples MIRROR = SignedExamples.by("did:web:mirror.example:operators:sakura-cells");
    private static final RecordToken GENUINE = SAKURA.second();
    private static final String TOKEN = GENUINE.serialize();
    private static final String JWT = GENUINE.issuerJwt();
    private static final String DISCLOSURES_OF_IT = TOKEN.substring(JWT.length());
    private static final String JOSE = part(JWT, 0);
    private static final String PAYLOAD = part(JWT, 1);
    private static final String SIGNATURE_OF_IT = JWT.substring(JWT.lastIndexOf('.') + 1);

    private static final Set<Question> NOTHING = Set.of();
    private static final Set<Question> THE_TEXT = Set.of(FORM, HEADER);
    private static final Set<Question> EVERYTHING = EnumSet.range(FORM, PREVIOUS_VERSION);

    record Attack(String name, Set<Question> failing, Set<Question> stillTrue, String token) {
        Attack(String name, Question failing, Set<Question> stillTrue, String token) {
            this(name, Set.of(failing), stillTrue, token);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Attack> attacks() throws JOSEException {
        return Stream.of(
                        onTheSignature(),
                        onTheKey(),
                        onTheHeader(),
                        onTheClaims(),
                        onTheText(),
                        onTheDisclosures(),
                        withWhatIsGenuine())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void is_found_out_by_the_check_that_names_it_and_nothing_passes_falsely(Attack attack) {
        var found = SAKURA.verified(attack.token());
        assertAll(
                attack.name(),
                () -> assertEquals(Check.Result.FAILED, found.outcome(), found::toString),
                () -> assertEquals(attack.failing(), those(found, Check.Result.FAILED), found::toString),
                () -> assertEquals(attack.stillTrue(), those(found, Check.Result.PASSED), found::toString),
                () -> assertEquals(Question.values().length, found.checks().size()));
    }

    record ListAttack(String name, String list) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The record names a list at the address of who keeps it for the issuer; the verifier has the keys of everybody here. */
    static Stream<ListAttack> lists() {
        URI revocations = History.REVOCATIONS;
        URI elsewhere = URI.create(revocations.toString().replace("passports", "mirror"));
        return Stream.of(
                new ListAttack("another operator of that host", listBy(NEIGHBOUR, revocations, NEIGHBOUR)),
                new ListAttack(
                        "another operator of that host in the keeper's name", listBy(NEIGHBOUR, revocations, KEEPER)),
                new ListAttack("the issuer of something else", listBy(FUJI, revocations, FUJI)),
                new ListAttack(
                        "the issuer of something else in the issuer's name",
                        listBy(FUJI, revocations, SAKURA.examples())),
                new ListAttack("the host itself", listBy(HOST, revocations, HOST)),
                new ListAttack(
                        "the operator of that name on another port", listBy(OTHER_PORT, revocations, OTHER_PORT)),
                new ListAttack("the operator of that name on another host", listBy(MIRROR, revocations, MIRROR)),
                new ListAttack("the same list at another host", listBy(MIRROR, elsewhere, MIRROR)),
                new ListAttack("the keeper's list at another address", listBy(KEEPER, History.REFRESHES, KEEPER)));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void a_status_list_of_somebody_else_tells_nothing(ListAttack attack) {
        var found = History.verified(TOKEN, withLists(attack.list(), listBy(KEEPER, History.REFRESHES, KEEPER)));
        assertEquals(Set.of(STATUS), those(found, Check.Result.INDETERMINATE), found::toString);
        assertEquals(allBut(STATUS), those(found, Check.Result.PASSED), found::toString);
    }

    @Test
    void a_status_list_of_its_keeper_tells_as_the_issuers_own_does() {
        String refreshes = listBy(KEEPER, History.REFRESHES, KEEPER);
        var standing = History.verified(TOKEN, withLists(listBy(KEEPER, History.REVOCATIONS, KEEPER), refreshes));
        assertEquals(EVERYTHING, those(standing, Check.Result.PASSED), standing::toString);
        String revoked = listBy(KEEPER, History.REVOCATIONS, KEEPER, History.SECOND);
        var fallen = History.verified(TOKEN, withLists(revoked, refreshes));
        assertEquals(Set.of(STATUS), those(fallen, Check.Result.FAILED), fallen::toString);
        var withoutHisKeys = History.verified(TOKEN, SAKURA.given().withStatusLists(List.of(revoked, refreshes)));
        assertEquals(Set.of(STATUS), those(withoutHisKeys, Check.Result.INDETERMINATE), withoutHisKeys::toString);
    }

    @Test
    void there_are_more_than_forty_of_them_each_another_token() throws JOSEException {
        assertTrue(attacks().map(Attack::token).distinct().count() > 40);
        assertEquals(attacks().count(), attacks().map(Attack::name).distinct().count());
    }

    @Test
    void the_untouched_token_and_its_parts_put_together_again_are_good() {
        assertEquals(EVERYTHING, those(SAKURA.verified(TOKEN), Check.Result.PASSED));
        assertEquals(EVERYTHING, those(SAKURA.verified(signed(JOSE, PAYLOAD)), Check.Result.PASSED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "~",
                ".",
                "..~",
                "~~~",
                "a.b.c~",
                "null",
                "{}",
                "e30.e30.e30~",
                "\0",
                "電池~",
                "eyJ.~.~",
                "%7E",
                "W10.W10.W10~"
            })
    void garbage_is_malformed_and_every_other_question_is_left_open(String garbage) {
        var found = SAKURA.verified(garbage);
        assertEquals(Set.of(FORM), those(found, Check.Result.FAILED));
        assertEquals(
                Question.values().length - 1,
                those(found, Check.Result.INDETERMINATE).size());
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
                        assertEquals(
                                Check.Result.FAILED,
                                SAKURA.verified(changed).outcome(),
                                () -> "at " + place + ": " + other);
                    }
                });
    }

    @Test
    void no_bit_of_any_part_can_be_flipped() {
        Random random = new Random(20261125);
        String[] parts = TOKEN.split("[.~]");
        for (int i = 0; i < parts.length; i++) {
            for (int flips = 0; flips < 24; flips++) {
                byte[] bytes = new Base64URL(parts[i]).decode();
                int bit = random.nextInt(bytes.length * 8);
                bytes[bit / 8] ^= (byte) (1 << (bit % 8));
                String changed = TOKEN.replace(parts[i], Base64URL.encode(bytes).toString());
                int part = i;
                assertEquals(
                        Check.Result.FAILED,
                        SAKURA.verified(changed).outcome(),
                        () -> "bit " + bit + " of part " + part);
            }
        }
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
        String last = SIGNATURE_OF_IT.substring(SIGNATURE_OF_IT.length() - 1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        String twin = SIGNATURE_OF_IT.substring(0, SIGNATURE_OF_IT.length() - 1)
                + alphabet.charAt(alphabet.indexOf(last) ^ 1);
        assertEquals(new Base64URL(SIGNATURE_OF_IT).decode().length, new Base64URL(twin).decode().length);
        assertEquals(Set.of(FORM), those(SAKURA.verified(TOKEN.replace(SIGNATURE_OF_IT, twin)), Check.Result.FAILED));
    }

    private static List<Attack> onTheSignature() throws JOSEException {
        byte[] genuine = new Base64URL(SIGNATURE_OF_IT).decode();
        byte[] sZero = genuine.clone();
        Arrays.fill(sZero, 32, 64, (byte) 0);
        byte[] flipped = genuine.clone();
        flipped[10] ^= 1;
        byte[] longer = Arrays.copyOf(genuine, 65);
        return List.of(
                forged("a signature of zeros", new byte[64]),
                forged("ECDSA with s = 0", sZero),
                forged("no signature", new byte[0]),
                forged("a signature in DER", ECDSA.transcodeSignatureToDER(genuine)),
                forged("a signature one byte too long", longer),
                forged("a bit of the signature flipped", flipped),
                forged("a signature of 96 bytes", new byte[96]),
                new Attack(
                        "the signature of the version before",
                        SIGNATURE,
                        THE_TEXT,
                        encoded(JOSE) + "." + encoded(PAYLOAD) + "."
                                + SAKURA.first().issuerJwt().replaceFirst("^.*\\.", "") + DISCLOSURES_OF_IT),
                new Attack(
                        "a changed claim",
                        SIGNATURE,
                        THE_TEXT,
                        unsigned(JOSE, ofAnotherTime(NOW.getEpochSecond() - 1))),
                new Attack("a digest swapped for another", SIGNATURE, THE_TEXT, unsigned(JOSE, swappedDigest())));
    }

    private static List<Attack> onTheKey() throws JOSEException {
        String sakuras = SAKURA.key().signer().keyId();
        String fujis = FUJI.key.signer().keyId();
        var p384 = new ECKeyGenerator(Curve.P_384).keyID(sakuras).generate();
        String es384 = with(JOSE, "alg", "\"ES384\"");
        String input = encoded(es384) + "." + encoded(PAYLOAD);
        Base64URL other = new ECDSASigner(p384)
                .sign(new JWSHeader(JWSAlgorithm.ES384), input.getBytes(StandardCharsets.US_ASCII));
        return List.of(
                new Attack("signed with another key", SIGNATURE, THE_TEXT, FUJI.jwt(JOSE, PAYLOAD) + DISCLOSURES_OF_IT),
                new Attack("ES384 with another key", SIGNATURE, THE_TEXT, input + "." + other + DISCLOSURES_OF_IT),
                new Attack("ES384 said of an ES256 signature", SIGNATURE, THE_TEXT, signed(es384, PAYLOAD)),
                new Attack(
                        "EdDSA said of an ES256 signature",
                        SIGNATURE,
                        THE_TEXT,
                        signed(with(JOSE, "alg", "\"EdDSA\""), PAYLOAD)),
                new Attack(
                        "another operator's key, named as such",
                        ISSUER,
                        THE_TEXT,
                        FUJI.jwt(JOSE.replace(sakuras, fujis), PAYLOAD) + DISCLOSURES_OF_IT),
                new Attack(
                        "a key of the operator that there is not",
                        ISSUER,
                        THE_TEXT,
                        signed(JOSE.replace(sakuras, sakuras + "x"), PAYLOAD)),
                new Attack(
                        "another operator named as issuer",
                        Set.of(ISSUER, CERTIFICATE),
                        THE_TEXT,
                        signed(JOSE, with(PAYLOAD, "issuer", "\"" + FUJI.issuer.did() + "\""))),
                new Attack(
                        "a certificate for another key",
                        CERTIFICATE,
                        allBut(CERTIFICATE),
                        signed(withCertificateOf(FUJI), PAYLOAD)),
                new Attack(
                        "a thumbprint of another certificate",
                        CERTIFICATE,
                        allBut(CERTIFICATE),
                        signed(with(JOSE, "x5t#S256", "\"" + "A".repeat(43) + "\""), PAYLOAD)),
                new Attack(
                        "a chain without a thumbprint",
                        CERTIFICATE,
                        allBut(CERTIFICATE),
                        signed(without(JOSE, "x5t#S256"), PAYLOAD)),
                new Attack(
                        "a chain of nothing",
                        CERTIFICATE,
                        allBut(CERTIFICATE),
                        signed(with(JOSE, "x5c", "[]"), PAYLOAD)),
                new Attack(
                        "a chain of garbage",
                        CERTIFICATE,
                        allBut(CERTIFICATE),
                        signed(with(JOSE, "x5c", "[\"AAAA\"]"), PAYLOAD)));
    }

    private static List<Attack> onTheHeader() throws JOSEException {
        String none = with(JOSE, "alg", "\"none\"");
        String input = encoded(with(JOSE, "alg", "\"HS256\"")) + "." + encoded(PAYLOAD);
        byte[] publicKey = SAKURA.key().published().toJSONString().getBytes(StandardCharsets.UTF_8);
        Base64URL mac = new MACSigner(publicKey)
                .sign(new JWSHeader(JWSAlgorithm.HS256), input.getBytes(StandardCharsets.US_ASCII));
        return List.of(
                header("alg none, no signature", encoded(none) + "." + encoded(PAYLOAD) + "." + DISCLOSURES_OF_IT),
                header("alg none, signature kept", unsigned(none, PAYLOAD)),
                header("HS256 with the public key", input + "." + mac + DISCLOSURES_OF_IT),
                header("RS256", signed(with(JOSE, "alg", "\"RS256\""), PAYLOAD)),
                header("ES256K", signed(with(JOSE, "alg", "\"ES256K\""), PAYLOAD)),
                header("es256 in small letters", signed(with(JOSE, "alg", "\"es256\""), PAYLOAD)),
                header("no alg", signed(without(JOSE, "alg"), PAYLOAD)),
                header("alg is a list", signed(with(JOSE, "alg", "[\"ES256\"]"), PAYLOAD)),
                header("jku", signed(with(JOSE, "jku", "\"https://evil.example/keys\""), PAYLOAD)),
                header("x5u", signed(with(JOSE, "x5u", "\"https://evil.example/chain\""), PAYLOAD)),
                header("jwk", signed(with(JOSE, "jwk", FUJI.key.published().toJSONString()), PAYLOAD)),
                header("crit", signed(with(JOSE, "crit", "[\"exp\"]"), PAYLOAD)),
                header("b64 false", signed(with(JOSE, "b64", "false"), PAYLOAD)),
                header("zip", signed(with(JOSE, "zip", "\"DEF\""), PAYLOAD)),
                header("no kid", signed(without(JOSE, "kid"), PAYLOAD)),
                header("kid is no text", signed(with(JOSE, "kid", "7"), PAYLOAD)),
                header("typ JWT", signed(with(JOSE, "typ", "\"JWT\""), PAYLOAD)),
                header("no typ", signed(without(JOSE, "typ"), PAYLOAD)),
                header("typ of a status list", signed(with(JOSE, "typ", "\"vc+jwt\""), PAYLOAD)),
                header("cty of another thing", signed(with(JOSE, "cty", "\"vp\""), PAYLOAD)),
                header("no cty", signed(without(JOSE, "cty"), PAYLOAD)));
    }

    private static List<Attack> onTheClaims() {
        long ahead = NOW.plus(Duration.ofMinutes(6)).getEpochSecond();
        return List.of(
                new Attack("said tomorrow", ISSUED_AT, allBut(ISSUED_AT), signed(JOSE, ofAnotherTime(ahead))),
                form("iat differs from validFrom", signed(JOSE, with(PAYLOAD, "iat", "" + ahead))),
                form("validFrom is no moment", signed(JOSE, with(PAYLOAD, "validFrom", "\"today\""))),
                form("iat beyond time", signed(JOSE, with(PAYLOAD, "iat", "9e18"))),
                form("iat overflows", signed(JOSE, with(PAYLOAD, "iat", Long.MAX_VALUE + ""))),
                form("iat is no number", signed(JOSE, with(PAYLOAD, "iat", "\"now\""))),
                form("no iat", signed(JOSE, without(PAYLOAD, "iat"))),
                form("a claim twice", signed(JOSE, "{\"issuer\":\"x\"," + PAYLOAD.substring(1))),
                form("another context", signed(JOSE, with(PAYLOAD, "@context", "[\"https://evil.example\"]"))),
                form("another type", signed(JOSE, with(PAYLOAD, "type", "[\"VerifiableCredential\"]"))),
                form("another schema", signed(JOSE, PAYLOAD.replace("battery.json", "condition.json"))),
                form("the id of another version", signed(JOSE, PAYLOAD.replace("#2", "#3"))),
                form("no record", signed(JOSE, without(PAYLOAD, "record"))),
                form("no subject", signed(JOSE, without(PAYLOAD, "credentialSubject"))),
                form("version 0", signed(JOSE, PAYLOAD.replace("\"version\":2", "\"version\":0"))),
                form("version 2 without a previous one", signed(JOSE, withoutPrevious())),
                form("unknown kind", signed(JOSE, PAYLOAD.replace("\"battery\"", "\"cell\""))),
                form("id is no URN", signed(JOSE, PAYLOAD.replace("urn:uuid:0198c0de-0", "x"))),
                form("an expiry that is not known", signed(JOSE, with(PAYLOAD, "exp", "1"))),
                form("digests beside the subject", signed(JOSE, with(PAYLOAD, "_sd", "[]"))),
                form("an attribute in the clear", signed(JOSE, inTheClear())),
                form("a status of an unknown purpose", signed(JOSE, PAYLOAD.replace("\"refresh\"", "\"message\""))),
                form("a status index below zero", signed(JOSE, PAYLOAD.replace("\"4711\"", "\"-1\""))),
                form("a status without a list", signed(JOSE, with(PAYLOAD, "credentialStatus", "[]"))),
                form("payload is a list", signed(JOSE, "[]")),
                form("payload is deep", signed(JOSE, "[".repeat(10_000))));
    }

    private static List<Attack> onTheText() {
        String json = "{\"payload\":\"" + encoded(PAYLOAD) + "\",\"protected\":\"" + encoded(JOSE)
                + "\",\"signature\":\"" + SIGNATURE_OF_IT + "\"}";
        return List.of(
                form("the JSON serialization", json),
                form("the JSON serialization with tildes", json + DISCLOSURES_OF_IT),
                form("header is a list", signed("[]", PAYLOAD)),
                form("alg twice", signed("{\"alg\":\"none\"," + JOSE.substring(1), PAYLOAD)),
                form("a dot behind the signature", JWT + "." + DISCLOSURES_OF_IT),
                form("five parts, as of an encrypted JWT", JWT + ".e30.e30" + DISCLOSURES_OF_IT),
                form("padding", JWT + "=" + DISCLOSURES_OF_IT),
                form("a key binding", TOKEN + FUJI.jwt("{\"alg\":\"ES256\",\"typ\":\"kb+jwt\"}", "{}")),
                form("no tilde at its end", TOKEN.substring(0, TOKEN.length() - 1)),
                form("a line break at its end", TOKEN + "\n"),
                form("of 5 MB", TOKEN + "A".repeat(5 * 1024 * 1024) + "~"));
    }

    private static List<Attack> onTheDisclosures() {
        String first = TOKEN.split("~", -1)[1];
        String foreign = SAKURA.first().serialize().split("~", -1)[1];
        String deep = encoded("[\"salt\",\"serialNumber\"," + "[".repeat(10_000) + "]".repeat(10_000) + "]");
        return List.of(
                disclosed("a disclosure of the version before", TOKEN.replace(first, foreign)),
                disclosed("one more disclosure of the version before", TOKEN + foreign + "~"),
                disclosed("a disclosure made up", TOKEN + encoded("[\"salt\",\"batteryStatus\",\"waste\"]") + "~"),
                disclosed("a disclosure twice", TOKEN + first + "~"),
                disclosed("an empty disclosure", JWT + "~~"),
                disclosed("a disclosure padded", TOKEN.replace(first, first + "=")),
                disclosed("a disclosure that is deep", JWT + "~" + deep + "~"),
                disclosed("of 4 MB", JWT + "~A".repeat(2_000_000) + "~"),
                disclosed("other digests", signed(JOSE, with(PAYLOAD, "_sd_alg", "\"sha-512\""))),
                disclosed("no word about the digests", signed(JOSE, without(PAYLOAD, "_sd_alg"))),
                disclosed("a digest twice", signed(JOSE, digestTwice())),
                saying("a member twice", "[\"s\",\"facility\",{\"name\":\"A\",\"name\":\"B\"}]"),
                saying("an element of a list", "[\"s\",1]"),
                saying("an object for a disclosure", "{\"0\":\"s\",\"1\":\"year\",\"2\":1}"),
                saying("a pointer for a name", "[\"s\",\"facility/name\",1]"),
                saying("a reserved name", "[\"s\",\"_sd\",[]]"),
                saying("what is said already", "[\"s\",\"id\",\"urn:x\"]"),
                saying("one attribute twice", "[\"s\",\"year\",1]", "[\"t\",\"year\",2]"));
    }

    /** Signed by the issuer, each of them: what it may not say, and what it said at another time. */
    private static List<Attack> withWhatIsGenuine() {
        return List.of(
                new Attack(
                        "a value of the wrong form",
                        SCHEMA,
                        allBut(SCHEMA, RULES),
                        said("[\"s\",\"serialNumber\",\"with space\"]")),
                new Attack("an unknown attribute", SCHEMA, allBut(SCHEMA, RULES), said("[\"s\",\"surprise\",1]")),
                new Attack(
                        "dates that break a rule",
                        RULES,
                        allBut(RULES),
                        said(
                                "[\"s\",\"placedOnMarketDate\",\"2020-01-01\"]",
                                "[\"t\",\"manufacturingDate\",\"2026-10\"]")),
                new Attack(
                        "an older version again",
                        STATUS,
                        allBut(STATUS, PREVIOUS_VERSION),
                        SAKURA.first().serialize()),
                new Attack(
                        "a revoked record",
                        STATUS,
                        allBut(STATUS),
                        SAKURA.revoked().serialize()),
                new Attack(
                        "another history",
                        PREVIOUS_VERSION,
                        allBut(PREVIOUS_VERSION),
                        SAKURA.secondAfter("ab".repeat(32)).serialize()));
    }

    private static String listBy(SignedExamples signing, URI address, SignedExamples said, int... set) {
        StatusPurpose purpose = address.equals(History.REFRESHES) ? StatusPurpose.REFRESH : StatusPurpose.REVOCATION;
        StatusList bits = StatusList.of(StatusList.SMALLEST, IntStream.of(set));
        return new StatusListCredential(
                        address, said.issuer.did(), Set.of(purpose), NOW, NOW.plus(Duration.ofDays(1)), bits)
                .sign(signing.key.signer())
                .toCompletableFuture()
                .join();
    }

    private static Given withLists(String... lists) {
        Given given = SAKURA.given();
        List<PublishedKeys> everybody = Stream.of(SAKURA.examples(), FUJI, KEEPER, NEIGHBOUR, HOST, OTHER_PORT, MIRROR)
                .map(each -> each.published)
                .toList();
        return new Given(everybody, given.anchors(), List.of(lists), given.earlier(), given.lots(), given.asOf());
    }

    private static Attack forged(String name, byte[] signature) {
        return new Attack(
                name,
                SIGNATURE,
                THE_TEXT,
                encoded(JOSE) + "." + encoded(PAYLOAD) + "." + Base64URL.encode(signature) + DISCLOSURES_OF_IT);
    }

    private static Attack header(String name, String token) {
        return new Attack(name, HEADER, Set.of(FORM), token);
    }

    private static Attack form(String name, String token) {
        return new Attack(name, FORM, NOTHING, token);
    }

    private static Attack disclosed(String name, String token) {
        return new Attack(name, DISCLOSURES, allBut(DISCLOSURES, SCHEMA, RULES), token);
    }

    private static Attack saying(String name, String... disclosures) {
        return disclosed(name, said(disclosures));
    }

    /** The genuine key signs digests of these disclosures and nothing else. */
    private static String said(String... disclosures) {
        ObjectNode payload = (ObjectNode) StrictJson.read(PAYLOAD);
        var digests = ((ObjectNode) payload.path("credentialSubject")).putArray("_sd");
        StringBuilder tail = new StringBuilder("~");
        for (String disclosure : disclosures) {
            digests.add(digest(encoded(disclosure)));
            tail.append(encoded(disclosure)).append('~');
        }
        return SAKURA.jwt(JOSE, text(payload)) + tail;
    }

    private static Set<Question> allBut(Question... questions) {
        Set<Question> rest = EnumSet.copyOf(EVERYTHING);
        rest.removeAll(List.of(questions));
        return rest;
    }

    private static Set<Question> those(Verification found, Check.Result result) {
        return found.checks().stream()
                .filter(check -> check.result() == result)
                .map(Check::question)
                .collect(Collectors.toSet());
    }

    private static String ofAnotherTime(long iat) {
        return with(with(PAYLOAD, "iat", "" + iat), "validFrom", "\"" + Instant.ofEpochSecond(iat) + "\"");
    }

    private static String withoutPrevious() {
        ObjectNode payload = (ObjectNode) StrictJson.read(PAYLOAD);
        ((ObjectNode) payload.path("record")).remove("previousSha256");
        return text(payload);
    }

    private static String inTheClear() {
        ObjectNode payload = (ObjectNode) StrictJson.read(PAYLOAD);
        ((ObjectNode) payload.path("credentialSubject")).put("batteryStatus", "original");
        return text(payload);
    }

    private static String digestTwice() {
        ObjectNode payload = (ObjectNode) StrictJson.read(PAYLOAD);
        var digests = payload.withArray("/credentialSubject/_sd");
        digests.add(digests.get(0));
        return text(payload);
    }

    private static String swappedDigest() {
        ObjectNode payload = (ObjectNode) StrictJson.read(PAYLOAD);
        String lie = "[\"salt\",\"batteryStatus\",\"waste\"]";
        payload.withArray("/credentialSubject/_sd").add(digest(encoded(lie)));
        return text(payload);
    }

    private static String withCertificateOf(SignedExamples other) {
        String token = other.signed(RecordKind.BATTERY).issuerJwt();
        var theirs = StrictJson.read(part(token, 0));
        return with(
                with(JOSE, "x5c", theirs.path("x5c").toString()),
                "x5t#S256",
                theirs.path("x5t#S256").toString());
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

    private static String signed(String header, String payload) {
        return SAKURA.jwt(header, payload) + DISCLOSURES_OF_IT;
    }

    private static String unsigned(String header, String payload) {
        String token = encoded(header) + "." + encoded(payload) + "." + SIGNATURE_OF_IT + DISCLOSURES_OF_IT;
        assertNotEquals(TOKEN, token);
        return token;
    }

    private static String with(String json, String member, String value) {
        return text(Examples.set((ObjectNode) StrictJson.read(json), "/" + member, value));
    }

    private static String without(String json, String member) {
        ObjectNode object = (ObjectNode) StrictJson.read(json);
        object.remove(member);
        return text(object);
    }

    private static String part(String jwt, int index) {
        return new Base64URL(jwt.split("\\.")[index]).decodeToString();
    }
}
