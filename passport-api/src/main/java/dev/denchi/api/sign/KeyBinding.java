package dev.denchi.api.sign;

import dev.denchi.api.problem.Rejected;
import dev.denchi.api.resolve.DidDocuments;
import dev.denchi.api.resolve.Unresolved;
import dev.denchi.model.identifier.DidWeb;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Violation;
import dev.denchi.model.signature.Issuer;
import dev.denchi.model.signature.PublishedKey;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.trust.TrustAnchors;
import dev.denchi.model.verification.Check;
import dev.denchi.model.verification.KeyProof;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Finds what binds the key of a proof to its DID: the DID's own document, or a certificate that an anchor vouches for. */
@Singleton
class KeyBinding {
    private static final String UNCERTIFIED =
            " is published by this service; only a certificate that a trust anchor vouches for binds another key to it";

    private final DidDocuments documents;
    private final TrustAnchors anchors;
    private final ServiceAddress address;
    private final Clock clock;

    KeyBinding(DidDocuments documents, TrustAnchors anchors, ServiceAddress address, Clock clock) {
        this.documents = documents;
        this.anchors = anchors;
        this.address = address;
        this.clock = clock;
    }

    /**
     * What the proof is of.
     *
     * @param key empty when nothing binds one to the DID
     */
    record Bound(KeyProof proof, Optional<PublishedKey> key, List<Violation> violations) {}

    /** Fails with {@link Rejected} when the proof names no key of a DID that may be the operator's. */
    Uni<Bound> of(KeyProof proof, OperatorId operator) {
        String did = proof.keyId().replaceFirst("#.*", "");
        boolean isOurs = did.startsWith(Issuer.namespace(address.publicUrl()));
        if (isOurs && !did.equals(Issuer.at(address.publicUrl(), operator, "").did())) {
            throw RegisterKey.refused("proof-kid", did + " is another operator's");
        }
        if (proof.hasCertificate()) {
            return Uni.createFrom().item(byCertificate(proof));
        }
        if (isOurs) {
            return Uni.createFrom().item(unbound(proof, "proof-certificate", did + UNCERTIFIED));
        }
        return documents
                .freshKeysOf(elsewhere(proof))
                .map(keys -> byDocument(proof, keys))
                .onFailure(Unresolved.class)
                .recoverWithItem(e -> unbound(proof, "did-document", String.valueOf(e.getMessage())));
    }

    private static DidWeb elsewhere(KeyProof proof) {
        try {
            return DidWeb.ofUrl(proof.keyId());
        } catch (IllegalArgumentException e) {
            throw RegisterKey.refused("proof-kid", String.valueOf(e.getMessage()));
        }
    }

    private Bound byCertificate(KeyProof proof) {
        Check check = proof.certificate(anchors, clock.instant());
        if (check.result() != Check.Result.PASSED) {
            return unbound(proof, "proof-certificate", check.reason());
        }
        try {
            return new Bound(proof, Optional.of(proof.certifiedKey()), List.of());
        } catch (IllegalArgumentException e) {
            return unbound(proof, "proof-certificate", String.valueOf(e.getMessage()));
        }
    }

    private static Bound byDocument(KeyProof proof, PublishedKeys keys) {
        Optional<PublishedKey> key = keys.find(proof.keyId());
        return key.isPresent()
                ? new Bound(proof, key, List.of())
                : unbound(
                        proof,
                        "did-document",
                        "\"" + proof.keyId() + "\" is no key with which " + keys.issuer() + " makes assertions");
    }

    private static Bound unbound(KeyProof proof, String rule, String message) {
        return new Bound(proof, Optional.empty(), List.of(new Violation("/proof", rule, message)));
    }
}
