package dev.denchi.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Pull tokens as the provider's connector mints them. The key is made once a test run and shared by all class loaders. */
final class PullTokenFixture {
    private static final String SHARED = "test.connector-key";

    private PullTokenFixture() {}

    static String jwks() {
        return new JWKSet(key().toPublicJWK()).toString();
    }

    static String of(String model, List<Integer> points, String transfer) {
        return signed(key(), model, points, transfer, claims -> claims);
    }

    static String signed(
            ECKey key,
            String model,
            List<Integer> points,
            String transfer,
            UnaryOperator<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer("denchi")
                .subject("eu-platform")
                .audience("http://127.0.0.1:8081")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .jwtID(UUID.randomUUID().toString())
                .claim("agreement", "agreement-1")
                .claim("transfer", transfer)
                .claim("dataset", "urn:denchi:passports:sakura-cells:" + model + ":point-1")
                .claim("operator", "sakura-cells")
                .claim("manufacturerPartId", model)
                .claim("accessPoints", points)
                .claim("startedAt", now.toEpochMilli());
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .type(new JOSEObjectType("at+jwt"))
                            .build(),
                    change.apply(claims).build());
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static ECKey key() {
        try {
            if (System.getProperty(SHARED) == null) {
                System.setProperty(SHARED, newKey().toJSONString());
            }
            return ECKey.parse(System.getProperty(SHARED));
        } catch (java.text.ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
