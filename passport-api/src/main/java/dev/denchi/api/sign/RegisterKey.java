package dev.denchi.api.sign;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.issuer.SigningKey;
import dev.denchi.api.store.issuer.SigningKey.Life;
import dev.denchi.api.store.issuer.SigningKeys;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Violation;
import dev.denchi.model.signature.PublishedKey;
import dev.denchi.model.signature.RefusedHeader;
import dev.denchi.model.signature.SealCertificates;
import dev.denchi.model.verification.KeyProof;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Registers a key that an operator holds itself. It is bound to the operator's DID by the DID's own document, or by a certificate that an
 * anchor vouches for, and to the operator by a proof that was signed with it.
 */
@Singleton
public class RegisterKey {
    private static final int MOST = 100;

    private final SigningKeys kept;
    private final KnownKeys known;
    private final KeyBinding binding;
    private final ServiceAddress address;
    private final Clock clock;

    RegisterKey(SigningKeys kept, KnownKeys known, KeyBinding binding, ServiceAddress address, Clock clock) {
        this.kept = kept;
        this.known = known;
        this.binding = binding;
        this.address = address;
        this.clock = clock;
    }

    /**
     * The key as it is kept from now on; the same one again when it was registered before.
     *
     * @param by who brought it
     * @return fails with {@link Rejected}
     */
    public Uni<SigningKey> register(String jwt, OperatorId operator, String by) {
        return binding.of(read(jwt), operator)
                .map(bound -> judged(bound, operator, by))
                .flatMap(this::added)
                .invoke(known::forget);
    }

    private Uni<SigningKey> added(SigningKey key) {
        return kept.of(key.operator()).flatMap(keys -> {
            Optional<SigningKey> before = keys.stream()
                    .filter(each -> each.keyId().equals(key.keyId()))
                    .findFirst();
            if (before.isEmpty() && keys.size() >= MOST) {
                throw refused("proof-key", "an operator has " + MOST + " keys at most");
            }
            return before.isPresent() ? Uni.createFrom().item(before.get()) : addedAnew(key);
        });
    }

    private Uni<SigningKey> addedAnew(SigningKey key) {
        return kept.add(key)
                .onFailure(SigningKeys.Taken.class)
                .transform(
                        taken -> refused("proof-key", key.keyId() + " or its DID is registered for another operator"))
                .replaceWith(key);
    }

    private static KeyProof read(String jwt) {
        try {
            return KeyProof.read(jwt);
        } catch (RefusedHeader e) {
            throw refused(
                    "proof-header-" + e.member().replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT),
                    String.valueOf(e.getMessage()));
        } catch (MalformedJson e) {
            throw refused("proof-form", String.valueOf(e.getMessage()));
        }
    }

    private SigningKey judged(KeyBinding.Bound bound, OperatorId operator, String by) {
        Instant now = clock.instant();
        List<Violation> violations = new ArrayList<>(bound.violations());
        violations.addAll(bound.proof()
                .objections(bound.key(), operator, address.publicUrl().toString(), now));
        if (!violations.isEmpty() || bound.key().isEmpty()) {
            throw Rejected.invalid(ProblemType.INVALID_REQUEST, violations);
        }
        return kept(bound.proof(), bound.key().get(), operator, by, now);
    }

    private static SigningKey kept(KeyProof proof, PublishedKey key, OperatorId operator, String by, Instant now) {
        List<X509Certificate> chain = proof.certificates();
        try {
            return new SigningKey(
                    UUID.randomUUID(),
                    operator,
                    proof.did(),
                    key.id(),
                    PublishedKey.certified(key.id(), key.publicKey()).jwk().toJSONString(),
                    chain.isEmpty() ? null : SealCertificates.pem(chain),
                    null,
                    new Life(instant(key.jwk().getNotBeforeTime()), end(key, chain), null, null),
                    now,
                    by);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw refused("proof-key", String.valueOf(e.getMessage()));
        }
    }

    /** A key that a certificate binds is bound no longer than the certificate is good. */
    private static @Nullable Instant end(PublishedKey key, List<X509Certificate> chain) {
        return Stream.concat(
                        Stream.ofNullable(key.jwk().getExpirationTime()),
                        chain.stream().limit(1).map(X509Certificate::getNotAfter))
                .min(Date::compareTo)
                .map(Date::toInstant)
                .orElse(null);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    static Rejected refused(String rule, String message) {
        return Rejected.invalid(ProblemType.INVALID_REQUEST, List.of(new Violation("/proof", rule, message)));
    }
}
