package dev.denchi.api.sign;

import dev.denchi.api.store.issuer.SigningKey;
import dev.denchi.api.store.issuer.SigningKey.Custody;
import dev.denchi.api.store.issuer.SigningKey.Life;
import dev.denchi.api.store.operator.Operator;
import dev.denchi.model.custody.HeldSigner;
import dev.denchi.model.custody.Sealing;
import dev.denchi.model.signature.Issuer;
import dev.denchi.model.signature.PublishedKey;
import dev.denchi.model.signature.SealCertificates;
import dev.denchi.model.signature.Signer;
import dev.denchi.model.trust.TrustAnchors;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Has new keys made for operators. Talks to whoever keeps them: not for an event loop. */
@Singleton
class NewKeys {
    private final Custodies custodies;
    private final ServiceAddress address;
    private final SignConfig config;
    private final TrustAnchors anchors;
    private final Clock clock;

    NewKeys(Custodies custodies, ServiceAddress address, SignConfig config, TrustAnchors anchors, Clock clock) {
        this.custodies = custodies;
        this.address = address;
        this.config = config;
        this.anchors = anchors;
        this.clock = clock;
    }

    Issuer issuer(Operator operator) {
        return Issuer.at(address.publicUrl(), operator.id(), operator.name());
    }

    /** A key that is in nobody's table yet. */
    SigningKey make(Operator operator, Life life, String by) throws IOException, GeneralSecurityException {
        SignConfig.Kind kind = custodies.kindFor(operator.id());
        String name =
                "denchi-" + operator.id() + "-" + UUID.randomUUID().toString().substring(0, 8);
        PublicKey key = custodies.of(kind).make(name, custodies.algorithmFor(operator.id()));
        return kept(operator, key, new Custody(kind.label(), name), life, by);
    }

    /** The key that a keystore has from a time before there was a table, else a new one; it signs from ever. */
    SigningKey first(Operator operator) throws IOException, GeneralSecurityException {
        String name = issuer(operator).did();
        String by = operator.id().value();
        Optional<PublicKey> old = config.keystore().isPresent()
                ? custodies.of(SignConfig.Kind.KEYSTORE).find(name)
                : Optional.empty();
        return old.isPresent()
                ? kept(operator, old.get(), new Custody(SignConfig.Kind.KEYSTORE.label(), name), Life.WITHOUT_END, by)
                : make(operator, Life.WITHOUT_END, by);
    }

    /** With the private key of a key that this service keeps. */
    Signer signer(SigningKey key) {
        if (key.custody() == null) {
            throw new IllegalStateException(key.keyId() + " is not kept here");
        }
        return new HeldSigner(
                custodies.of(key.custody().kind()),
                key.custody().name(),
                Keys.algorithm(key),
                key.keyId(),
                Keys.certificates(key));
    }

    private SigningKey kept(Operator operator, PublicKey key, Custody custody, Life life, String by)
            throws GeneralSecurityException {
        Issuer issuer = issuer(operator);
        PublishedKey published = PublishedKey.of(issuer.did(), key);
        SigningKey bare = new SigningKey(
                UUID.randomUUID(),
                operator.id(),
                issuer.did(),
                published.id(),
                published.jwk().toJSONString(),
                null,
                custody,
                life,
                clock.instant(),
                by);
        return anchors.isEmpty() ? withOwnCertificate(bare, issuer, key) : bare;
    }

    /** Where nobody is asked to vouch, a key says itself whose it is; where somebody is, that would be as good as a forgery. */
    private SigningKey withOwnCertificate(SigningKey bare, Issuer issuer, PublicKey key)
            throws GeneralSecurityException {
        X509Certificate own = Sealing.selfSigned(issuer, key, signer(bare), clock.instant());
        return bare.withCertificates(SealCertificates.pem(List.of(own)));
    }
}
