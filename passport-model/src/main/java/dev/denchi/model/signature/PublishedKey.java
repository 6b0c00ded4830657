package dev.denchi.model.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyRevocation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * A public key under its id, and the time in which it signs: from {@code nbf}, until {@code exp} when another took its place,
 * and never from {@code revoked} on. A signature counts as of the moment at which its maker says it was made.
 */
public record PublishedKey(JWK jwk) {

    /** The key under the id that this service gives it: the issuer's DID and the key's thumbprint (RFC 7638). */
    public static PublishedKey of(String did, PublicKey key) throws GeneralSecurityException {
        try {
            JWK jwk = jwkOf(key);
            return withId(jwk, did + "#" + jwk.computeThumbprint());
        } catch (JOSEException | IllegalArgumentException e) {
            throw new GeneralSecurityException("the key of " + did + " cannot be published", e);
        }
    }

    /**
     * A key that a certificate binds to its owner, under the id that the token gives it.
     *
     * @throws IllegalArgumentException when keys of its kind do not sign records
     */
    public static PublishedKey certified(String keyId, PublicKey key) {
        return withId(jwkOf(key), keyId);
    }

    /** The DID URL that {@code kid} names it by. */
    public String id() {
        return jwk.getKeyID();
    }

    /** Why a signature made at that moment does not count; empty when it does. */
    public Optional<String> objectionTo(Instant signedAt) {
        Date at = Date.from(signedAt);
        if (jwk.getNotBeforeTime() != null && at.before(jwk.getNotBeforeTime())) {
            return Optional.of("it signs only from " + instant(jwk.getNotBeforeTime()) + " on");
        }
        if (jwk.getExpirationTime() != null && !at.before(jwk.getExpirationTime())) {
            return Optional.of("it signs only until " + instant(jwk.getExpirationTime()));
        }
        KeyRevocation revocation = jwk.getKeyRevocation();
        return revocation != null && !at.before(revocation.getRevocationTime())
                ? Optional.of("it was revoked " + when(revocation))
                : Optional.empty();
    }

    /** When and why the key was revoked, in words, also for signatures that were made before. */
    public Optional<String> revoked() {
        return Optional.ofNullable(jwk.getKeyRevocation()).map(PublishedKey::when);
    }

    /** Whether the signature, in JOSE form, was made with this key by that algorithm over that input. */
    public boolean verifies(SigningAlgorithm algorithm, byte[] input, byte[] signature)
            throws GeneralSecurityException {
        if (jwk.getKeyUse() != null && !jwk.getKeyUse().equals(KeyUse.SIGNATURE)) {
            throw new GeneralSecurityException("the key is published for another use than signatures");
        }
        if (jwk.getAlgorithm() != null && !jwk.getAlgorithm().getName().equals(algorithm.jose())) {
            throw new GeneralSecurityException("the key is published for " + jwk.getAlgorithm() + " alone");
        }
        PublicKey key = publicKey();
        if (!SigningAlgorithm.of(key).equals(Optional.of(algorithm))) {
            throw new GeneralSecurityException("the key's type or curve does not fit " + algorithm.jose());
        }
        return algorithm.verifies(key, input, signature);
    }

    /** Whether it is the same key, whatever its id and life. */
    public boolean isSameKeyAs(PublicKey other) {
        try {
            return jwk.computeThumbprint().equals(jwkOf(other).computeThumbprint());
        } catch (JOSEException | IllegalArgumentException e) {
            return false;
        }
    }

    public PublicKey publicKey() throws GeneralSecurityException {
        try {
            if (jwk instanceof ECKey ec) {
                return ec.toECPublicKey();
            }
            if (jwk instanceof OctetKeyPair pair && SigningAlgorithm.EDDSA.isOn(pair.getCurve())) {
                var ed25519 = new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);
                byte[] encoded = new SubjectPublicKeyInfo(ed25519, pair.getDecodedX()).getEncoded();
                return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            }
        } catch (JOSEException | IOException e) {
            throw new GeneralSecurityException("the published key is unreadable: " + e.getMessage(), e);
        }
        throw new GeneralSecurityException("keys of type " + jwk.getKeyType() + " sign no records");
    }

    private static JWK jwkOf(PublicKey key) {
        return SigningAlgorithm.of(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a key of type " + key.getAlgorithm() + " with these parameters signs no records"))
                .jwk(key);
    }

    private static PublishedKey withId(JWK jwk, String id) {
        return new PublishedKey(
                jwk instanceof ECKey ec
                        ? new ECKey.Builder(ec).keyID(id).build()
                        : new OctetKeyPair.Builder(jwk.toOctetKeyPair())
                                .keyID(id)
                                .build());
    }

    private static String when(KeyRevocation revocation) {
        String reason = revocation.getReason() == null
                ? "unspecified"
                : revocation.getReason().getValue();
        return "from " + instant(revocation.getRevocationTime()) + " on, reason: " + reason;
    }

    private static Instant instant(Date date) {
        return date.toInstant();
    }
}
