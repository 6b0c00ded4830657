package dev.denchi.connector.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.eclipse.edc.spi.EdcException;
import org.eclipse.edc.spi.iam.ClaimToken;
import org.eclipse.edc.spi.iam.IdentityService;
import org.eclipse.edc.spi.iam.TokenParameters;
import org.eclipse.edc.spi.iam.TokenRepresentation;
import org.eclipse.edc.spi.iam.VerificationContext;
import org.eclipse.edc.spi.result.Result;

/** Speaks for this participant with a short-lived signed token on every message, and judges the tokens of the others. */
final class ParticipantTokens implements IdentityService, TokenRenewal {

    static final Duration LIFETIME = Duration.ofSeconds(60);

    private final String participantId;
    private final ECKey key;
    private final TokenJudge judge;
    private final Clock clock;

    ParticipantTokens(String participantId, ECKey key, TokenJudge judge, Clock clock) {
        this.participantId = participantId;
        this.key = key;
        this.judge = judge;
        this.clock = clock;
    }

    @Override
    public Result<TokenRepresentation> obtainClientCredentials(
            String participantContextId, TokenParameters parameters) {
        var audience = parameters.getStringClaim("aud");
        if (audience == null || audience.isBlank()) {
            return Result.failure("A token needs a receiver");
        }
        return Result.success(TokenRepresentation.Builder.newInstance()
                .token(tokenFor(audience))
                .expiresIn(LIFETIME.toSeconds())
                .build());
    }

    @Override
    public Result<ClaimToken> verifyJwtToken(
            String participantContextId, TokenRepresentation delivery, VerificationContext context) {
        try {
            return Result.success(judge.claimsOf(delivery));
        } catch (TokenRefused refused) {
            return Result.failure(refused.getMessage());
        }
    }

    @Override
    public String renew(String token) {
        try {
            var claims = SignedJWT.parse(token).getJWTClaimsSet();
            return participantId.equals(claims.getIssuer())
                            && !claims.getAudience().isEmpty()
                    ? tokenFor(claims.getAudience().get(0))
                    : token;
        } catch (ParseException notOfOurs) {
            return token;
        }
    }

    private String tokenFor(String audience) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(participantId)
                .subject(participantId)
                .audience(audience)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new EdcException("The participant's key cannot sign", e);
        }
        return token.serialize();
    }
}
