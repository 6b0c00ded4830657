package dev.denchi.api.sign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.store.Operator;
import dev.denchi.model.access.AccessPolicy;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordSigner;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.signature.Issuer;
import dev.denchi.model.signature.IssuerKey;
import dev.denchi.model.signature.Keystore;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.signature.Signer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The operators that this service signs for, each with its own key. */
@Singleton
public class Issuers {
    private final Keystore keystore;
    private final ServiceAddress address;
    private final AccessPolicy policy;
    private final Clock clock;
    private final Map<OperatorId, Ready> ready = new ConcurrentHashMap<>();

    private record Ready(Issuer issuer, Signer key, RecordSigner signer, PublishedKeys published) {}

    Issuers(SignConfig config, ServiceAddress address, AccessPolicy policy, Clock clock)
            throws IOException, GeneralSecurityException {
        this.keystore =
                Keystore.open(config.keystore(), config.keystorePassword().toCharArray());
        this.address = address;
        this.policy = policy;
        this.clock = clock;
    }

    /** Gets the operator's key ready, and makes one on first use. Reads and writes files: not for an event loop. */
    public void prepare(Operator operator) {
        try {
            Issuer issuer = Issuer.at(address.publicUrl(), operator.id(), operator.name());
            IssuerKey key = keystore.keyOf(issuer, clock.instant());
            PublishedKeys published = PublishedKeys.of(issuer.did(), List.of(key.published()));
            ready.put(
                    operator.id(), new Ready(issuer, key.signer(), new RecordSigner(key.signer(), policy), published));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no signing key for " + operator.id(), e);
        }
    }

    public String didOf(OperatorId operator) {
        return readyFor(operator).issuer().did();
    }

    public Uni<RecordToken> sign(OperatorId operator, RecordHeader header, JsonNode document) {
        return Uni.createFrom()
                .completionStage(() -> readyFor(operator).signer().sign(header, document));
    }

    /** Has a statement signed that is no record, such as a status list. */
    public <T> Uni<T> signing(OperatorId operator, Function<Signer, CompletionStage<T>> statement) {
        return Uni.createFrom()
                .completionStage(() -> statement.apply(readyFor(operator).key()));
    }

    /** The operator's public keys; empty when this service does not sign for it. */
    public Optional<PublishedKeys> published(OperatorId operator) {
        return Optional.ofNullable(ready.get(operator)).map(Ready::published);
    }

    /** The public keys of the operator that has this DID here. */
    public Optional<PublishedKeys> publishedBy(String did) {
        return ready.values().stream()
                .map(Ready::published)
                .filter(published -> published.issuer().equals(did))
                .findFirst();
    }

    /** The operator that has this DID here. */
    public Optional<OperatorId> operatorOf(String did) {
        return ready.entrySet().stream()
                .filter(entry -> entry.getValue().issuer().did().equals(did))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Ready readyFor(OperatorId operator) {
        Ready found = ready.get(operator);
        if (found == null) {
            throw new IllegalStateException("no signing key was prepared for " + operator);
        }
        return found;
    }
}
