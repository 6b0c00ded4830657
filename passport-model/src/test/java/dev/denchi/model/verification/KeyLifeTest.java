package dev.denchi.model.verification;

import static dev.denchi.model.credential.SignedExamples.NOW;
import static dev.denchi.model.verification.Check.Result.FAILED;
import static dev.denchi.model.verification.Check.Result.PASSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyRevocation;
import dev.denchi.model.credential.SignedExamples;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.signature.SigningAlgorithm;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A record is judged by the life of its key at the time of the record. */
class KeyLifeTest {
    private static final SignedExamples SAKURA = SignedExamples.bySakura();
    private static final String TOKEN = SAKURA.signed(RecordKind.BATTERY_MODEL).serialize();
    private static final Instant LATER = NOW.plusSeconds(1);

    @Test
    void a_record_of_before_its_key_was_rotated_verifies_for_ever() {
        var published = PublishedKeys.of(
                SAKURA.issuer.did(),
                List.of(
                        key().expirationTime(Date.from(LATER)).build(),
                        SignedExamples.bySakura().key.published()));
        assertTrue(verified(published, NOW).isGood());
        assertTrue(verified(published, Instant.parse("2046-01-01T00:00:00Z")).isGood());
    }

    @Test
    void a_key_that_was_rotated_signs_nothing_more() {
        var found = verified(key().expirationTime(Date.from(NOW)));
        assertEquals(FAILED, found.resultOf("issuer"));
        assertEquals(PASSED, found.resultOf("signature"));
        assertTrue(reason(found).contains("it signs only until 2026-11-23T20:00:00Z"), reason(found));
    }

    @Test
    void a_key_signs_nothing_before_its_time() {
        assertEquals(FAILED, verified(key().notBeforeTime(Date.from(LATER))).resultOf("issuer"));
        assertEquals(PASSED, verified(key().notBeforeTime(Date.from(NOW))).resultOf("issuer"));
    }

    @Test
    void a_compromised_key_fails_from_its_moment_on_with_the_reason() {
        var found = verified(key().keyRevocation(new KeyRevocation(Date.from(NOW), KeyRevocation.Reason.COMPROMISED)));
        assertEquals(FAILED, found.resultOf("issuer"));
        assertTrue(reason(found).contains("revoked from 2026-11-23T20:00:00Z on, reason: compromised"), reason(found));
    }

    @Test
    void a_record_of_before_the_compromise_stands_and_tells_of_it() {
        var found =
                verified(key().keyRevocation(new KeyRevocation(Date.from(LATER), KeyRevocation.Reason.COMPROMISED)));
        assertTrue(found.isGood());
        assertTrue(reason(found).contains("it was revoked from 2026-11-23T20:00:01Z on"), reason(found));
    }

    @Test
    void the_life_of_a_key_survives_the_did_document_and_the_jwk_set() {
        var published = PublishedKeys.of(
                SAKURA.issuer.did(),
                List.of(key().notBeforeTime(Date.from(NOW.minusSeconds(9)))
                        .expirationTime(Date.from(LATER))
                        .keyRevocation(new KeyRevocation(Date.from(NOW), KeyRevocation.Reason.COMPROMISED))
                        .build()));
        var document = StrictJson.toNode(published.didDocument());
        assertEquals(
                "2026-11-23T20:00:01Z",
                document.at("/verificationMethod/0/expires").textValue());
        assertEquals(
                "2026-11-23T20:00:00Z",
                document.at("/verificationMethod/0/revoked").textValue());
        assertEquals(published, PublishedKeys.ofDidDocument(StrictJson.write(document)));
        assertEquals(published, PublishedKeys.ofJwks(StrictJson.write(published.jwks())));
    }

    @Test
    void what_the_verification_method_says_of_the_end_counts_too() {
        var document = StrictJson.toNode(SAKURA.published.didDocument());
        var method = (ObjectNode) document.at("/verificationMethod/0");
        method.put("revoked", "2026-11-23T20:00:00Z");
        var published = PublishedKeys.ofDidDocument(StrictJson.write(document));
        assertEquals(FAILED, verified(published, NOW).resultOf("issuer"));
    }

    @ParameterizedTest
    @EnumSource
    void records_are_signed_and_verified_by_each_algorithm(SigningAlgorithm algorithm) {
        var issuer = SignedExamples.by(new OperatorId("sakura-cells"), "Sakura Cells K.K.", algorithm);
        String token = issuer.signed(RecordKind.CARBON_FOOTPRINT).serialize();
        var keys = PublishedKeys.ofDidDocument(StrictJson.write(issuer.published.didDocument()));
        var found = SignedExamples.verified(token, keys);
        assertTrue(found.isGood(), found::toString);
        assertEquals(FAILED, SignedExamples.verified(token, SAKURA.published).outcome());
    }

    private static ECKey.Builder key() {
        return new ECKey.Builder(SAKURA.key.published().toECKey());
    }

    private static Verification verified(ECKey.Builder key) {
        return verified(PublishedKeys.of(SAKURA.issuer.did(), List.of(key.build())), NOW);
    }

    private static Verification verified(PublishedKeys keys, Instant asOf) {
        return SignedExamples.verified(TOKEN, Given.keys(List.of(keys), asOf));
    }

    private static String reason(Verification found) {
        return found.check("issuer").orElseThrow().reason();
    }
}
