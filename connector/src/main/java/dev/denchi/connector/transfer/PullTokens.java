package dev.denchi.connector.transfer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.denchi.connector.offer.RecordSet;
import dev.denchi.connector.policy.AccessPoint;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.eclipse.edc.spi.EdcException;

/** Mints the token that lets one consumer read one record set for a short while. The service checks it without asking us. */
record PullTokens(ECKey key, String issuer, String audience, Duration lifetime, Clock clock) {

    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    /** What a token is bound to. */
    record Grant(String consumer, String agreement, String transfer, RecordSet recordSet) {}

    String mint(Grant grant) {
        var now = clock.instant();
        var recordSet = grant.recordSet();
        var point = AccessPoint.of(recordSet.accessPoint()).orElseThrow();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(grant.consumer())
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .jwtID(UUID.randomUUID().toString())
                .claim("agreement", grant.agreement())
                .claim("transfer", grant.transfer())
                .claim("dataset", recordSet.id())
                .claim("operator", recordSet.operator())
                .claim("manufacturerPartId", recordSet.manufacturerPartId())
                .claim("accessPoints", point.readable())
                .claim("startedAt", now.toEpochMilli())
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(ACCESS_TOKEN)
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new EdcException("The token key cannot sign", e);
        }
        return token.serialize();
    }
}
