package dev.denchi.api.sign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.context.CallersContext;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.issuer.SigningKey;
import dev.denchi.api.store.issuer.SigningKeys;
import dev.denchi.api.store.operator.Operator;
import dev.denchi.model.access.AccessPolicy;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordSigner;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.credential.UnsignedRecord;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.signature.AbsentSigner;
import dev.denchi.model.signature.Issuer;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.signature.Signer;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The operators that this service signs for, each with its own keys, and all that is known of who signs. */
@Singleton
public class Issuers {
    private final KnownKeys known;
    private final SigningKeys kept;
    private final NewKeys newKeys;
    private final ServiceAddress address;
    private final AccessPolicy policy;
    private final Clock clock;
    private final Map<SigningKey, RecordSigner> signers = new ConcurrentHashMap<>();

    Issuers(
            KnownKeys known,
            SigningKeys kept,
            NewKeys newKeys,
            ServiceAddress address,
            AccessPolicy policy,
            Clock clock) {
        this.known = known;
        this.kept = kept;
        this.newKeys = newKeys;
        this.address = address;
        this.policy = policy;
        this.clock = clock;
    }

    /** Gets the operator's key ready, and makes one on first use. Talks to whoever keeps it: not for an event loop. */
    public void prepare(Operator operator) {
        try {
            if (VertxContextSupport.subscribeAndAwait(() -> kept.of(operator.id())).stream()
                    .noneMatch(key -> key.custody() != null)) {
                SigningKey first = newKeys.first(operator);
                VertxContextSupport.subscribeAndAwait(() -> kept.add(first)
                        .onFailure(SigningKeys.Taken.class)
                        .recoverWithNull()); // another replica was first
            }
        } catch (Throwable e) {
            throw new IllegalStateException("no signing key for " + operator.id(), e);
        }
    }

    /** The DID that this service publishes for the operator. */
    public String didOf(OperatorId operator) {
        return Issuer.at(address.publicUrl(), operator, operator.value()).did();
    }

    public Uni<RecordToken> sign(OperatorId operator, RecordHeader header, JsonNode document) {
        return keyAt(operator, header.issuedAt())
                .map(this::recordSigner)
                .flatMap(signer -> signed(() -> signer.sign(header, document)));
    }

    /** A key that is far away answers on another thread. */
    private static <T> Uni<T> signed(Supplier<CompletionStage<T>> signing) {
        return CallersContext.backFromElsewhere(Uni.createFrom().completionStage(signing));
    }

    /** Has a statement signed that is no record, such as a status list. */
    public <T> Uni<T> signing(OperatorId operator, Function<Signer, CompletionStage<T>> statement) {
        return signerAt(operator, clock.instant()).flatMap(signer -> signed(() -> statement.apply(signer)));
    }

    /** What signs for the operator at that moment, other things than records too. */
    public Uni<Signer> signerAt(OperatorId operator, Instant at) {
        return keyAt(operator, at).map(newKeys::signer);
    }

    /** The public keys under the DID that this service publishes for the operator; without any when it does not sign here. */
    public Uni<PublishedKeys> published(OperatorId operator) {
        String did = didOf(operator);
        return known.by(did).map(keys -> Keys.published(did, keys));
    }

    /** The public keys of an issuer that is an operator's here, as far as they are registered; empty when it is nobody's. */
    public Uni<Optional<PublishedKeys>> publishedBy(String did) {
        return known.by(did).map(keys -> keys.isEmpty() ? Optional.empty() : Optional.of(Keys.published(did, keys)));
    }

    /** Whether this service has a key with which it signs for the operator now. */
    public Uni<Boolean> signsFor(OperatorId operator) {
        Instant now = clock.instant();
        return known.of(operator).map(keys -> keys.stream().anyMatch(key -> key.signsHereAt(now)));
    }

    /** The operator to whom this service gave this DID. */
    public Optional<OperatorId> operatorOf(String did) {
        return Issuer.operatorOf(did).filter(operator -> didOf(operator).equals(did));
    }

    /** The keys of an operator under this DID; without any when the DID is not registered for it. */
    public Uni<PublishedKeys> registered(OperatorId operator, String did) {
        return known.of(operator).map(keys -> Keys.published(did, keys));
    }

    /**
     * Stands for a key that the operator holds itself.
     *
     * @param id as in the interface
     * @return fails with {@link Rejected} when it has no such key, or nothing signed with it now would count
     */
    public Uni<Signer> heldByOperator(OperatorId operator, UUID id) {
        return known.of(operator)
                .map(keys -> keys.stream()
                        .filter(key -> key.id().equals(id) && key.custody() == null)
                        .filter(key -> key.life().covers(clock.instant()))
                        .findFirst()
                        .<Signer>map(key ->
                                new AbsentSigner(Keys.algorithm(key).jose(), key.keyId(), Keys.certificates(key)))
                        .orElseThrow(() -> Rejected.because(
                                ProblemType.NOT_FOUND,
                                operator + " has no key " + id
                                        + " of its own that signs now; /v1/issuer-keys lists them")));
    }

    /** A record that lacks its signature. */
    public UnsignedRecord unsigned(Signer signer, RecordHeader header, JsonNode document) {
        return new RecordSigner(signer, policy).unsigned(header, document);
    }

    private Uni<SigningKey> keyAt(OperatorId operator, Instant at) {
        return known.of(operator)
                .map(keys -> keys.stream()
                        .filter(key -> key.signsHereAt(at))
                        .reduce((older, newer) -> newer)
                        .orElseThrow(() -> Rejected.because(
                                ProblemType.UNAVAILABLE,
                                "there is no key with which this service signs for " + operator)));
    }

    private RecordSigner recordSigner(SigningKey key) {
        return signers.computeIfAbsent(key, each -> new RecordSigner(newKeys.signer(each), policy));
    }
}
