package dev.denchi.api.sign;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyRevocation;
import com.nimbusds.jose.jwk.OctetKeyPair;
import dev.denchi.api.store.issuer.SigningKey;
import dev.denchi.api.store.issuer.SigningKey.Life;
import dev.denchi.model.signature.PublishedKey;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.signature.SealCertificates;
import dev.denchi.model.signature.SigningAlgorithm;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Kept keys as they are published: with the times in which their signatures count. */
final class Keys {
    private Keys() {}

    static PublishedKeys published(String did, List<SigningKey> keys) {
        return PublishedKeys.of(
                did,
                keys.stream()
                        .filter(key -> key.did().equals(did))
                        .map(Keys::jwk)
                        .toList());
    }

    static SigningAlgorithm algorithm(SigningKey key) {
        return SigningAlgorithm.of(publicKey(key)).orElseThrow();
    }

    static PublicKey publicKey(SigningKey key) {
        try {
            return new PublishedKey(jwk(key)).publicKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key " + key.keyId() + " is unreadable", e);
        }
    }

    static List<X509Certificate> certificates(SigningKey key) {
        try {
            return key.certificates() == null ? List.of() : SealCertificates.ofPem(key.certificates());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificates of " + key.keyId() + " are unreadable", e);
        }
    }

    private static JWK jwk(SigningKey key) {
        try {
            JWK jwk = JWK.parse(key.jwk());
            return jwk instanceof ECKey ec ? withLife(ec, key.life()) : withLife(jwk.toOctetKeyPair(), key.life());
        } catch (ParseException e) {
            throw new IllegalStateException("the key " + key.keyId() + " is unreadable", e);
        }
    }

    private static JWK withLife(ECKey key, Life life) {
        return new ECKey.Builder(key)
                .notBeforeTime(date(life.from()))
                .expirationTime(date(life.until()))
                .keyRevocation(revocation(life))
                .build();
    }

    private static JWK withLife(OctetKeyPair key, Life life) {
        return new OctetKeyPair.Builder(key)
                .notBeforeTime(date(life.from()))
                .expirationTime(date(life.until()))
                .keyRevocation(revocation(life))
                .build();
    }

    private static @Nullable KeyRevocation revocation(Life life) {
        return life.revokedAt() == null
                ? null
                : new KeyRevocation(
                        Date.from(life.revokedAt()), KeyRevocation.Reason.parse(String.valueOf(life.reason())));
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }
}
