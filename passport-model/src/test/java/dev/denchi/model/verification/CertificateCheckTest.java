package dev.denchi.model.verification;

import static dev.denchi.model.credential.SignedExamples.NOW;
import static dev.denchi.model.verification.Check.Result.FAILED;
import static dev.denchi.model.verification.Check.Result.INDETERMINATE;
import static dev.denchi.model.verification.Check.Result.NOT_APPLICABLE;
import static dev.denchi.model.verification.Check.Result.PASSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordSigner;
import dev.denchi.model.credential.SignedExamples;
import dev.denchi.model.format.Examples;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.signature.Signer;
import dev.denchi.model.trust.TestAuthority;
import dev.denchi.model.trust.TrustAnchors;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class CertificateCheckTest {
    private static final SignedExamples SAKURA = SignedExamples.bySakura();
    private static final String DID = SAKURA.issuer.did();
    private static final PublicKey KEY =
            SAKURA.key.signer().certificates().get(0).getPublicKey();
    private static final TestAuthority AUTHORITY = new TestAuthority("Qualified seals");
    private static final TrustAnchors ANCHORS = TrustAnchors.ofPem(AUTHORITY.pem());

    /** Sakura's own key, with other certificates. */
    private record Certified(List<X509Certificate> certificates) implements Signer {
        @Override
        public String algorithm() {
            return "ES256";
        }

        @Override
        public String keyId() {
            return SAKURA.key.signer().keyId();
        }

        @Override
        public CompletionStage<byte[]> sign(byte[] signingInput) {
            return SAKURA.key.signer().sign(signingInput);
        }
    }

    @Test
    void a_certificate_that_an_anchor_vouches_for_passes() {
        assertEquals(PASSED, certificate(published(), AUTHORITY.seal(KEY, DID)));
    }

    @Test
    void without_anchors_it_must_fit_and_nobody_is_asked() {
        Given noAnchors = published().withAnchors(TrustAnchors.none());
        assertEquals(NOT_APPLICABLE, certificate(noAnchors, AUTHORITY.seal(KEY, DID)));
        assertEquals(FAILED, certificate(noAnchors, AUTHORITY.seal(KEY, "did:web:another")));
    }

    @Test
    void a_token_without_a_certificate_leaves_the_question_of_the_anchors_open() {
        assertEquals(INDETERMINATE, certificate(published()));
        assertEquals(NOT_APPLICABLE, certificate(published().withAnchors(TrustAnchors.none())));
    }

    @Test
    void a_certificate_must_have_been_good_when_the_record_was_made() {
        assertEquals(
                FAILED, certificate(published(), AUTHORITY.seal(KEY, DID, TestAuthority.FROM, NOW.minusSeconds(1))));
        assertEquals(
                FAILED, certificate(published(), AUTHORITY.seal(KEY, DID, NOW.plusSeconds(1), TestAuthority.UNTIL)));
        assertEquals(
                PASSED,
                certificate(
                        published().at(TestAuthority.UNTIL.plusSeconds(9)),
                        AUTHORITY.seal(KEY, DID, TestAuthority.FROM, NOW.plusSeconds(9))));
    }

    @Test
    void a_certificate_for_another_purpose_name_or_key_fails() {
        var another = TestAuthority.newPair().getPublic();
        assertEquals(FAILED, certificate(published(), AUTHORITY.unfit(KEY, DID)));
        assertEquals(FAILED, certificate(published(), AUTHORITY.seal(KEY, DID + "2")));
        assertEquals(FAILED, certificate(published(), AUTHORITY.seal(another, DID)));
        assertEquals(FAILED, certificate(published(), new TestAuthority("Stranger").seal(KEY, DID)));
    }

    @Test
    void where_no_keys_are_given_a_certified_key_binds_the_record_to_its_operator() {
        Given anchorsOnly = Given.keys(List.of(), NOW).withAnchors(ANCHORS);
        var found = verified(anchorsOnly, AUTHORITY.seal(KEY, DID));
        assertTrue(found.isGood(), found::toString);
        var another =
                verified(anchorsOnly, AUTHORITY.seal(TestAuthority.newPair().getPublic(), DID));
        assertEquals(FAILED, another.resultOf("signature"));
    }

    @Test
    void without_keys_and_anchors_nobody_is_believed() {
        var found = verified(Given.keys(List.of(), NOW), AUTHORITY.seal(KEY, DID));
        assertEquals(INDETERMINATE, found.resultOf("issuer"));
        assertEquals(INDETERMINATE, found.resultOf("signature"));
        assertEquals(INDETERMINATE, found.outcome());
        var stranger =
                verified(Given.keys(List.of(), NOW).withAnchors(ANCHORS), new TestAuthority("Stranger").seal(KEY, DID));
        assertEquals(FAILED, stranger.resultOf("certificate"));
        assertEquals(INDETERMINATE, stranger.resultOf("signature"));
    }

    private static Check.Result certificate(Given given, X509Certificate... chain) {
        return verified(given, chain).resultOf("certificate");
    }

    private static Verification verified(Given given, X509Certificate... chain) {
        RecordHeader header = SAKURA.signed(RecordKind.BATTERY_MODEL).header();
        String token = new RecordSigner(new Certified(List.of(chain)), SignedExamples.POLICY)
                .sign(header, Examples.of(RecordKind.BATTERY_MODEL))
                .toCompletableFuture()
                .join()
                .serialize();
        return SignedExamples.verified(token, given);
    }

    private static Given published() {
        return Given.keys(List.of(SAKURA.published), NOW).withAnchors(ANCHORS);
    }
}
