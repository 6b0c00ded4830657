package dev.denchi.model.credential;

import static dev.denchi.model.credential.SignedExamples.NOW;
import static dev.denchi.model.credential.SignedExamples.POLICY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.util.Base64URL;
import dev.denchi.model.access.AccessPoint;
import dev.denchi.model.access.Reader;
import dev.denchi.model.format.Examples;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.verification.Check;
import dev.denchi.model.verification.Given;
import dev.denchi.model.verification.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedRecordTest {
    private static final SignedExamples SAKURA = SignedExamples.bySakura();

    @ParameterizedTest
    @EnumSource
    void every_check_passes_on_a_fresh_record(RecordKind kind) {
        var found = SAKURA.verified(SAKURA.signed(kind).serialize());
        assertTrue(found.isGood(), found::toString);
        assertEquals(
                Stream.of(Question.values()).map(Question::label).toList(),
                found.checks().stream().map(Check::name).toList());
    }

    @ParameterizedTest
    @EnumSource
    void what_was_said_comes_back_exactly(RecordKind kind) {
        RecordToken token = SAKURA.signed(kind);
        RecordToken read = RecordToken.parse(token.serialize());
        assertEquals(Examples.of(kind), read.attributes());
        assertEquals(token.header(), read.header());
        assertEquals(token.serialize(), read.serialize());
    }

    @ParameterizedTest
    @ValueSource(strings = {"452.60", "452.6", "400", "1E+3", "0.00000000000000000001", "12345678901234567890.10"})
    void a_number_keeps_its_scale_through_signing_and_reading(String number) {
        var document = Examples.with(RecordKind.BATTERY_MODEL, "/batteryMass/value", number);
        RecordToken token = SAKURA.signed(RecordKind.BATTERY_MODEL, document, 1, null, NOW);
        JsonNode read = RecordToken.parse(token.serialize()).attributes().at("/batteryMass/value");
        assertEquals(document.at("/batteryMass/value").decimalValue(), read.decimalValue());
    }

    @ParameterizedTest
    @EnumSource
    void every_cut_verifies_and_has_the_same_hash(RecordKind kind) {
        RecordToken token = SAKURA.signed(kind);
        for (AccessPoint point : AccessPoint.values()) {
            RecordToken cut = token.cut(POLICY, Reader.of(Set.of(point)));
            var found = SAKURA.verified(cut.serialize());
            assertEquals(Check.Result.PASSED, found.resultOf("signature"));
            assertNotEquals(Check.Result.FAILED, found.outcome(), found::toString);
            assertEquals(token.sha256(), RecordToken.parse(cut.serialize()).sha256());
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_each_group_of_readers_sees_leaves_open_at_most_the_rules_about_what_it_does_not_see(RecordKind kind) {
        RecordToken token = SAKURA.signed(kind);
        for (String group : POLICY.readers().keySet()) {
            RecordToken cut = token.cut(POLICY, Reader.of(POLICY.pointsOf(group)));
            var found = SAKURA.verified(cut.serialize());
            var notGood = found.checks().stream()
                    .filter(check ->
                            check.result() == Check.Result.FAILED || check.result() == Check.Result.INDETERMINATE)
                    .map(Check::question)
                    .toList();
            assertTrue(found.isGood() || notGood.equals(List.of(Question.RULES)), () -> group + found);
        }
    }

    @Test
    void a_cut_shows_only_what_its_reader_may_see() {
        RecordToken cut = SAKURA.signed(RecordKind.BATTERY_MODEL).cut(POLICY, Reader.of(Set.of(AccessPoint.POINT_1)));
        String readable = Arrays.stream(cut.serialize().split("[.~]"))
                .map(part -> new Base64URL(part).decodeToString())
                .collect(Collectors.joining());
        assertFalse(readable.contains("dismantling"));
        assertFalse(readable.contains("UN 38.3"));
        assertTrue(readable.contains("ratedCapacity"));
        assertTrue(cut.attributes().at("/circularity").isMissingNode());
    }

    @Test
    void the_header_has_these_members_and_no_others() {
        JsonNode header = SAKURA.signed(RecordKind.BATTERY).joseHeader();
        assertEquals(Set.of("alg", "typ", "cty", "kid", "x5c", "x5t#S256"), names(header));
        assertEquals("ES256", header.path("alg").textValue());
        assertEquals("vc+sd-jwt", header.path("typ").textValue());
        assertEquals("vc", header.path("cty").textValue());
        assertEquals(SAKURA.key.signer().keyId(), header.path("kid").textValue());
        assertEquals(1, header.path("x5c").size());
    }

    @Test
    void the_payload_has_this_form() {
        JsonNode payload = SAKURA.signed(RecordKind.BATTERY, Examples.of(RecordKind.BATTERY), 2, "ab".repeat(32), NOW)
                .payload();
        var subject = (ObjectNode) payload.path("credentialSubject");
        assertEquals(16, subject.remove("_sd").size());
        assertEquals(StrictJson.read("""
                {"@context":["https://www.w3.org/ns/credentials/v2","https://denchi.dev/ns/record/v1"],
                 "id":"urn:uuid:0198c0de-0000-7000-8000-000000000001#2",
                 "type":["VerifiableCredential","BatteryRecord"],
                 "issuer":"did:web:127.0.0.1%%3A8080:operators:sakura-cells",
                 "validFrom":"2026-11-23T20:00:00Z",
                 "iat":1795464000,
                 "credentialSchema":{"id":"https://denchi.dev/schemas/battery.json","type":"JsonSchema"},
                 "record":{"id":"urn:uuid:0198c0de-0000-7000-8000-000000000001","kind":"battery","version":2,
                           "previousSha256":"%s"},
                 "credentialSubject":{"id":"urn:uuid:0198c0de-5a6b-7c3d-8e4f-0a1b2c3d4e5f"},
                 "_sd_alg":"sha-256"}
                """.formatted("ab".repeat(32))), StrictJson.read(StrictJson.write(payload)));
    }

    @ParameterizedTest
    @EnumSource
    void digests_are_sorted_so_that_their_order_tells_nothing(RecordKind kind) {
        for (JsonNode digests : SAKURA.signed(kind).payload().findValues("_sd")) {
            List<String> given = new ArrayList<>();
            digests.forEach(digest -> given.add(digest.textValue()));
            assertEquals(given.stream().sorted().toList(), given);
        }
    }

    @Test
    void no_salt_is_used_twice() {
        Set<String> salts = new HashSet<>();
        int disclosures = 0;
        for (int signing = 0; signing < 2; signing++) {
            String[] parts = SAKURA.signed(RecordKind.BATTERY_MODEL).serialize().split("~");
            for (String part : Arrays.asList(parts).subList(1, parts.length)) {
                String salt =
                        StrictJson.read(new Base64URL(part).decode()).path(0).textValue();
                assertEquals(16, new Base64URL(salt).decode().length);
                salts.add(salt);
                disclosures++;
            }
        }
        assertEquals(disclosures, salts.size());
    }

    @Test
    void two_signings_of_one_record_differ() {
        RecordToken one = SAKURA.signed(RecordKind.BATTERY);
        RecordToken other = SAKURA.signed(RecordKind.BATTERY);
        assertNotEquals(one.sha256(), other.sha256());
        assertEquals(one.attributes(), other.attributes());
    }

    @Test
    void a_version_names_the_hash_of_the_one_before() {
        RecordToken first = SAKURA.signed(RecordKind.BATTERY);
        var changed = Examples.with(RecordKind.BATTERY, "/batteryStatus", "\"waste\"");
        RecordToken second = SAKURA.signed(RecordKind.BATTERY, changed, 2, first.sha256(), NOW.plusSeconds(60));
        RecordToken read = RecordToken.parse(second.serialize());
        assertEquals(2, read.header().version());
        assertEquals(first.sha256(), read.header().previousSha256());
        var given = Given.keys(List.of(SAKURA.published), NOW.plusSeconds(60)).withEarlier(List.of(first.serialize()));
        assertTrue(SignedExamples.verified(second.serialize(), given).isGood());
        assertTrue(first.sha256().matches("[0-9a-f]{64}"));
    }

    @Test
    void an_attribute_without_an_access_point_is_not_signed() {
        var document = Examples.with(RecordKind.BATTERY, "/surprise", "1");
        var refused = assertThrows(
                IllegalArgumentException.class, () -> SAKURA.signed(RecordKind.BATTERY, document, 1, null, NOW));
        assertEquals("the attribute /surprise has no access point", refused.getMessage());
    }

    private static Set<String> names(JsonNode object) {
        Iterable<String> names = object::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).collect(Collectors.toSet());
    }
}
