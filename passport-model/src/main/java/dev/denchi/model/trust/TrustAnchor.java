package dev.denchi.model.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that is trusted, for signatures of some time.
 *
 * @param source who says so
 * @param from {@code null} for always
 * @param until {@code null} for ever
 * @param isOver whether trust ended then; else nobody has said yet what comes after
 */
record TrustAnchor(
        X509Certificate certificate,
        String source,
        @Nullable Instant from,
        @Nullable Instant until,
        boolean isOver) {

    boolean isTrustedAt(Instant at) {
        return (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
    }

    boolean mayBeTrustedAt(Instant at) {
        return !isOver && until != null && !at.isBefore(until);
    }

    String name() {
        return certificate.getSubjectX500Principal().getName();
    }
}
