package dev.denchi.model.verification;

import static dev.denchi.model.credential.SignedExamples.NOW;

import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.credential.SignedExamples;
import dev.denchi.model.format.Examples;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.signature.IssuerKey;
import dev.denchi.model.status.StatusEntry;
import dev.denchi.model.status.StatusList;
import dev.denchi.model.status.StatusListCredential;
import dev.denchi.model.status.StatusPurpose;
import dev.denchi.model.trust.TrustAnchors;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Sakura's battery in two versions, the first superseded, a third that was revoked, and all that a verifier wants beside them. */
final class History {
    static final int FIRST = 17;
    static final int SECOND = 4711;
    static final int REVOKED = 99_999;
    static final Instant BEFORE = NOW.minus(Duration.ofHours(30));
    static final URI REVOCATIONS = URI.create("https://passports.example/operators/sakura-cells/status/revocation/1");
    static final URI REFRESHES = URI.create("https://passports.example/operators/sakura-cells/status/refresh/1");

    private final SignedExamples sakura = SignedExamples.bySakura();
    private final RecordToken first =
            sakura.signed(RecordKind.BATTERY, Examples.of(RecordKind.BATTERY), 1, null, BEFORE, statusAt(FIRST));

    private History() {}

    static History bySakura() {
        return new History();
    }

    RecordToken first() {
        return first;
    }

    RecordToken second() {
        return secondAfter(first.sha256());
    }

    RecordToken secondAfter(String previousSha256) {
        return sakura.signed(
                RecordKind.BATTERY, Examples.of(RecordKind.BATTERY), 2, previousSha256, NOW, statusAt(SECOND));
    }

    RecordToken revoked() {
        return sakura.signed(
                RecordKind.BATTERY, Examples.of(RecordKind.BATTERY), 2, first.sha256(), NOW, statusAt(REVOKED));
    }

    IssuerKey key() {
        return sakura.key;
    }

    SignedExamples examples() {
        return sakura;
    }

    String jwt(String header, String payload) {
        return sakura.jwt(header, payload);
    }

    String list(StatusPurpose purpose, Instant from, Duration validity, int... set) {
        URI id = purpose == StatusPurpose.REVOCATION ? REVOCATIONS : REFRESHES;
        StatusList bits = StatusList.of(StatusList.SMALLEST, IntStream.of(set));
        return new StatusListCredential(id, sakura.issuer.did(), Set.of(purpose), from, from.plus(validity), bits)
                .sign(sakura.key.signer())
                .toCompletableFuture()
                .join();
    }

    Given given() {
        return Given.keys(List.of(sakura.published), NOW)
                .withAnchors(TrustAnchors.ofPem(pem()))
                .withEarlier(List.of(first.serialize()))
                .withStatusLists(List.of(
                        list(StatusPurpose.REVOCATION, NOW, Duration.ofDays(1), REVOKED),
                        list(StatusPurpose.REFRESH, NOW, Duration.ofDays(1), FIRST)));
    }

    Verification verified(String token) {
        return verified(token, given());
    }

    static Verification verified(String token, Given given) {
        return SignedExamples.verified(token, given);
    }

    static List<StatusEntry> statusAt(int index) {
        return List.of(
                new StatusEntry(StatusPurpose.REVOCATION, REVOCATIONS, index),
                new StatusEntry(StatusPurpose.REFRESH, REFRESHES, index));
    }

    private byte[] pem() {
        try {
            byte[] der = sakura.key.signer().certificates().get(0).getEncoded();
            String body = Base64.getMimeEncoder().encodeToString(der);
            return ("-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
