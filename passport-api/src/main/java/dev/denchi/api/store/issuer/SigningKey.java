package dev.denchi.api.store.issuer;

import dev.denchi.model.identifier.OperatorId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key that records are signed with: by this service, or by the operator itself.
 *
 * @param did the issuer
 * @param keyId the DID URL in {@code kid}
 * @param jwk the public key as JSON, without its times
 * @param certificates in PEM, its own first
 * @param custody where this service has the private key; {@code null} when the operator holds it itself
 * @param createdBy who brought it; the operator alone when the service made it by itself
 */
public record SigningKey(
        UUID id,
        OperatorId operator,
        String did,
        String keyId,
        String jwk,
        @Nullable String certificates,
        @Nullable Custody custody,
        Life life,
        Instant createdAt,
        String createdBy) {

    /**
     * The private key.
     *
     * @param kind of what keeps it, such as {@code vault}
     * @param name what it is called there
     */
    public record Custody(String kind, String name) {}

    /**
     * When its signatures count.
     *
     * @param from {@code null} for always
     * @param until {@code null} for no end
     * @param revokedAt {@code null} when it is not revoked
     * @param reason of the revocation
     */
    public record Life(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Instant revokedAt,
            @Nullable String reason) {
        public static final Life WITHOUT_END = new Life(null, null, null, null);

        /** From then on, without an end. */
        public static Life from(Instant from) {
            return new Life(from, null, null, null);
        }

        /** Whether what is signed at that moment counts. */
        public boolean covers(Instant at) {
            return (from == null || !at.isBefore(from))
                    && (until == null || at.isBefore(until))
                    && (revokedAt == null || at.isBefore(revokedAt));
        }
    }

    public SigningKey withCertificates(String pem) {
        return new SigningKey(id, operator, did, keyId, jwk, pem, custody, life, createdAt, createdBy);
    }

    /** Whether this service signs with it at that moment. */
    public boolean signsHereAt(Instant at) {
        return custody != null && life.covers(at);
    }
}
