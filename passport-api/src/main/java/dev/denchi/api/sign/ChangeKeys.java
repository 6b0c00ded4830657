package dev.denchi.api.sign;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.issuer.SigningKey;
import dev.denchi.api.store.issuer.SigningKey.Life;
import dev.denchi.api.store.issuer.SigningKeys;
import dev.denchi.api.store.operator.Directory;
import dev.denchi.api.store.operator.Operator;
import dev.denchi.model.custody.Sealing;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Violation;
import dev.denchi.model.signature.PublishedKey;
import dev.denchi.model.signature.SealCertificates;
import dev.denchi.model.trust.TrustAnchors;
import dev.denchi.model.verification.CertificateCheck;
import dev.denchi.model.verification.Check;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Rotates, revokes and certifies keys. What was signed while a key was good stays so. */
@Singleton
public class ChangeKeys {
    private final SigningKeys kept;
    private final KnownKeys known;
    private final NewKeys newKeys;
    private final Directory directory;
    private final TrustAnchors anchors;
    private final SignConfig config;
    private final Clock clock;
    private final Vertx vertx;

    ChangeKeys(
            SigningKeys kept,
            KnownKeys known,
            NewKeys newKeys,
            Directory directory,
            TrustAnchors anchors,
            SignConfig config,
            Clock clock,
            Vertx vertx) {
        this.kept = kept;
        this.known = known;
        this.newKeys = newKeys;
        this.directory = directory;
        this.anchors = anchors;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
    }

    /**
     * A new key of this service takes the place of the one that signs. It does so in a few seconds, when every replica has heard of it: on
     * that second the one ends and the other begins.
     *
     * @return the new key; fails with {@link Rejected} while an earlier rotation is not over
     */
    public Uni<SigningKey> rotate(OperatorId operator, String by) {
        Instant start = now().plus(config.keysKnownFor().multipliedBy(2)).plusSeconds(1);
        return kept.of(operator)
                .map(keys -> keys.stream().filter(ChangeKeys::signsWithoutEnd).findFirst())
                .invoke(this::requireSettled)
                .flatMap(old -> made(operator, Life.from(old.isPresent() ? start : now()), by)
                        .call(next -> put(old, start, next)))
                .invoke(known::forget);
    }

    private Uni<Void> put(Optional<SigningKey> old, Instant start, SigningKey next) {
        return (old.isPresent() ? kept.replace(old.get(), start, next) : kept.add(next))
                .onFailure(SigningKeys.Taken.class)
                .transform(taken -> underWay());
    }

    /**
     * From {@code from} on the key signs nothing. When it is the one with which this service signs, a new one takes its place at once.
     *
     * @param from not in the future; a moment after an earlier revocation changes nothing
     * @param reason such as {@code compromised}
     */
    public Uni<SigningKey> revoke(SigningKey key, Instant from, String reason, String by) {
        Uni<Void> revoked = signsWithoutEnd(key)
                ? made(key.operator(), Life.from(now()), by)
                        .flatMap(next -> kept.revokeAndReplace(key, from, reason, next))
                : kept.revoke(key, from, reason);
        return revoked.invoke(known::forget).chain(() -> kept.find(key.operator(), key.id()));
    }

    /** What a certification authority wants for a key that this service keeps, in PEM (PKCS #10). */
    public Uni<String> certificateRequest(SigningKey key) {
        requireOurs(key);
        return operator(key.operator())
                .flatMap(operator -> blocking(
                        () -> Sealing.request(newKeys.issuer(operator), Keys.publicKey(key), newKeys.signer(key))));
    }

    /**
     * From now on the key's tokens carry these certificates.
     *
     * @param pem its own first
     * @return fails with {@link Rejected} when they are not for this key and its DID, or an anchor is needed and none vouches
     */
    public Uni<SigningKey> certify(SigningKey key, String pem) {
        requireOurs(key);
        List<X509Certificate> chain = chain(pem);
        PublishedKey published = PublishedKey.certified(key.keyId(), Keys.publicKey(key));
        Check check = new CertificateCheck(key.did(), clock.instant(), anchors).ofChain(chain, Optional.of(published));
        if (check.result() == Check.Result.FAILED || check.result() == Check.Result.INDETERMINATE) {
            throw refused(check.reason());
        }
        return kept.certify(key, SealCertificates.pem(chain))
                .invoke(known::forget)
                .chain(() -> kept.find(key.operator(), key.id()));
    }

    private static List<X509Certificate> chain(String pem) {
        try {
            return SealCertificates.ofPem(pem);
        } catch (GeneralSecurityException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private Uni<SigningKey> made(OperatorId operator, Life life, String by) {
        return operator(operator).flatMap(found -> blocking(() -> newKeys.make(found, life, by)));
    }

    private Uni<Operator> operator(OperatorId operator) {
        return directory
                .operator(operator)
                .onItem()
                .ifNull()
                .failWith(() -> Rejected.because(ProblemType.NOT_FOUND, "there is no operator " + operator));
    }

    /** Whoever keeps the keys may be far away. */
    private <T> Uni<T> blocking(Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
    }

    private void requireSettled(Optional<SigningKey> key) {
        Instant from = key.map(each -> each.life().from()).orElse(null);
        if (from != null && from.isAfter(clock.instant())) {
            throw underWay();
        }
    }

    private static void requireOurs(SigningKey key) {
        if (key.custody() == null) {
            throw Rejected.because(
                    ProblemType.INVALID_REQUEST,
                    "the operator holds " + key.keyId() + " itself; this service has no private key of it");
        }
    }

    private static boolean signsWithoutEnd(SigningKey key) {
        return key.custody() != null && key.life().until() == null && key.life().revokedAt() == null;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Rejected underWay() {
        return Rejected.because(
                ProblemType.INVALID_REQUEST, "a rotation is under way; the new key signs in a few seconds");
    }

    private static Rejected refused(@Nullable String message) {
        return Rejected.invalid(
                ProblemType.INVALID_REQUEST,
                List.of(new Violation("/certificates", "certificate", String.valueOf(message))));
    }
}
