package dev.denchi.model.trust;

import static dev.denchi.model.trust.TestAuthority.FROM;
import static dev.denchi.model.trust.TestAuthority.UNTIL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.model.trust.Vouching.Answer;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustAnchorsTest {
    private static final Instant AT = FROM.plus(Duration.ofDays(90));
    private static final TestAuthority AUTHORITY = new TestAuthority("Denchi test authority");
    private static final TestAuthority STRANGER = new TestAuthority("Denchi test authority");
    private static final X509Certificate SEAL =
            AUTHORITY.seal(TestAuthority.newPair().getPublic(), "did:web:x");

    @Test
    void an_anchor_vouches_for_what_it_certified() {
        Vouching found = TrustAnchors.ofPem(AUTHORITY.pem()).vouchFor(List.of(SEAL), AT);
        assertEquals(Answer.YES, found.answer());
        assertTrue(found.reason().contains("CN=Denchi test authority"), found.reason());
        assertTrue(found.reason().contains("revoked was not asked"), found.reason());
    }

    @Test
    void a_chain_may_bring_its_anchor_along() {
        assertEquals(
                Answer.YES,
                TrustAnchors.ofPem(AUTHORITY.pem())
                        .vouchFor(List.of(SEAL, AUTHORITY.certificate()), AT)
                        .answer());
    }

    @Test
    void a_certificate_that_is_an_anchor_needs_nobody_else() {
        assertEquals(
                Answer.YES,
                TrustAnchors.ofPem(TestAuthority.pem(SEAL))
                        .vouchFor(List.of(SEAL), AT)
                        .answer());
    }

    @Test
    void nobody_vouches_for_another_authoritys_certificate_even_of_the_same_name() {
        var stranger = STRANGER.seal(TestAuthority.newPair().getPublic(), "did:web:x");
        TrustAnchors anchors = TrustAnchors.ofPem(AUTHORITY.pem());
        assertEquals(Answer.NO, anchors.vouchFor(List.of(stranger), AT).answer());
        assertEquals(
                Answer.NO,
                anchors.vouchFor(List.of(stranger, STRANGER.certificate()), AT).answer());
        assertEquals(
                Answer.NO,
                anchors.vouchFor(List.of(stranger, AUTHORITY.certificate()), AT).answer());
    }

    @Test
    void a_certificate_that_is_no_authority_vouches_for_nobody() {
        var pair = TestAuthority.newPair();
        var leaf = AUTHORITY.seal(pair.getPublic(), "did:web:x");
        var below = STRANGER.seal(TestAuthority.newPair().getPublic(), "did:web:x");
        assertEquals(
                Answer.NO,
                TrustAnchors.ofPem(AUTHORITY.pem())
                        .vouchFor(List.of(below, leaf), AT)
                        .answer());
    }

    @Test
    void nobody_vouches_after_a_certificate_has_ended() {
        assertEquals(
                Answer.NO,
                TrustAnchors.ofPem(AUTHORITY.pem())
                        .vouchFor(List.of(SEAL), UNTIL)
                        .answer());
    }

    @Test
    void several_files_count_together() {
        TrustAnchors both = TrustAnchors.ofPem(STRANGER.pem()).and(TrustAnchors.ofPem(AUTHORITY.pem()));
        assertEquals(2, both.size());
        assertEquals(Answer.YES, both.vouchFor(List.of(SEAL), AT).answer());
        assertTrue(TrustAnchors.none().isEmpty());
        assertEquals(Answer.NO, TrustAnchors.none().vouchFor(List.of(SEAL), AT).answer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no PEM",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
            })
    void refuses_what_is_no_file_of_certificates(String pem) {
        assertThrows(IllegalArgumentException.class, () -> TrustAnchors.ofPem(pem.getBytes(StandardCharsets.US_ASCII)));
    }
}
