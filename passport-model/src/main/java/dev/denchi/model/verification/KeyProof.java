package dev.denchi.model.verification;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Violation;
import dev.denchi.model.signature.CompactJws;
import dev.denchi.model.signature.JoseHeader;
import dev.denchi.model.signature.PublishedKey;
import dev.denchi.model.signature.RefusedHeader;
import dev.denchi.model.trust.TrustAnchors;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an operator shows for a key of its own, so that nobody registers another's: a JWT ({@code typ} {@value #TYP}) signed with the key, which
 * names its DID ({@code iss}), the operator ({@code sub}), the service ({@code aud}) and the moment ({@code iat}).
 *
 * <p>Read without believing it; {@link #objections} tells whether it is to be believed.
 */
public final class KeyProof {
    public static final String TYP = "denchi-key-proof+jwt";

    private static final Set<String> MEMBERS = Set.of("iss", "sub", "aud", "iat");

    private final CompactJws jws;
    private final JoseHeader header;
    private final JsonNode payload;

    private KeyProof(CompactJws jws, JoseHeader header, JsonNode payload) {
        this.jws = jws;
        this.header = header;
        this.payload = payload;
    }

    /**
     * @throws MalformedJson when it is no JWT
     * @throws RefusedHeader when its header asks for what is not accepted
     */
    public static KeyProof read(String jwt) {
        CompactJws jws = CompactJws.parse(jwt);
        return new KeyProof(jws, JoseHeader.readAny(jws.header(), TYP), jws.payload());
    }

    /** The key's id, a DID URL. */
    public String keyId() {
        return header.keyId();
    }

    public String did() {
        return payload.path("iss").asText();
    }

    public boolean hasCertificate() {
        return jws.header().has("x5c");
    }

    /**
     * The certificates that it carries, its own first; empty when none are to be read.
     */
    public List<X509Certificate> certificates() {
        return hasCertificate() ? CertificateCheck.chainOf(jws.header()) : List.of();
    }

    /** Whether the chain in its header binds its key to its DID. */
    public Check certificate(TrustAnchors anchors, Instant now) {
        return new CertificateCheck(did(), now, anchors).of(jws.header(), Optional.empty());
    }

    /** The key of its certificate, which has been found good. */
    public PublishedKey certifiedKey() {
        return PublishedKey.certified(keyId(), certificates().get(0).getPublicKey());
    }

    /**
     * Why it is no proof that whoever made it holds that key and means this operator and this service; empty when it is.
     *
     * @param key the key that is bound to the DID; empty when none is
     */
    public List<Violation> objections(Optional<PublishedKey> key, OperatorId operator, String service, Instant now) {
        List<Violation> objections = new ArrayList<>();
        payload.fieldNames().forEachRemaining(member -> {
            if (!MEMBERS.contains(member)) {
                objections.add(fault("proof-claims", "the proof says \"" + member + "\", which is not known"));
            }
        });
        expect("iss", did().isEmpty() ? "a DID" : keyId().substring(0, Math.max(0, keyId().indexOf('#'))), objections);
        expect("sub", operator.value(), objections);
        expect("aud", service, objections);
        Instant at = Instant.ofEpochSecond(payload.path("iat").asLong(0));
        if (!payload.path("iat").isIntegralNumber()
                || at.isAfter(now.plus(SignatureChecks.CLOCK_SKEW))
                || at.isBefore(now.minus(SignatureChecks.CLOCK_SKEW))) {
            objections.add(
                    fault("proof-time", "iat is " + payload.path("iat") + ", not within five minutes of " + now));
        }
        key.ifPresent(found -> signed(found, now, objections));
        return objections;
    }

    private void signed(PublishedKey key, Instant now, List<Violation> objections) {
        key.objectionTo(now).ifPresent(objection -> objections.add(fault("proof-key", keyId() + ": " + objection)));
        try {
            if (!key.verifies(header.algorithm(), jws.signingInput(), jws.signature())) {
                objections.add(fault("proof-signature", "the proof was not signed with " + keyId()));
            }
        } catch (GeneralSecurityException e) {
            objections.add(fault("proof-signature", String.valueOf(e.getMessage())));
        }
    }

    private void expect(String claim, String value, List<Violation> objections) {
        if (!value.equals(payload.path(claim).textValue())) {
            objections.add(
                    fault("proof-claims", claim + " is " + payload.path(claim) + ", expected is \"" + value + "\""));
        }
    }

    private static Violation fault(String rule, String message) {
        return new Violation("/proof", rule, message);
    }
}
