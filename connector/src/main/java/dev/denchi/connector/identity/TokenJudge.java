package dev.denchi.connector.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.eclipse.edc.spi.iam.ClaimToken;
import org.eclipse.edc.spi.iam.TokenRepresentation;
import org.jspecify.annotations.Nullable;

/** Believes a token only when a known participant signed it, for this connector, just now, and it was not seen before. */
final class TokenJudge {

    private static final Duration SKEW = Duration.ofSeconds(5);

    private final TrustList trusted;
    private final String ownAddress;
    private final Clock clock;
    private final SeenTokens seen = new SeenTokens();

    TokenJudge(TrustList trusted, String ownAddress, Clock clock) {
        this.trusted = trusted;
        this.ownAddress = ownAddress;
        this.clock = clock;
    }

    ClaimToken claimsOf(TokenRepresentation delivery) throws TokenRefused {
        var token = parsed(delivery.getToken());
        var claims = claims(token);
        var sender = senderOf(claims);
        checkSignature(token, sender);
        if (claims.getAudience().stream().noneMatch(this::isOwnAddress)) {
            throw new TokenRefused(
                    "The token of %s is for %s, not for %s".formatted(sender.id(), claims.getAudience(), ownAddress));
        }
        var until = checkTimes(claims);
        var tokenId = claims.getJWTID();
        if (tokenId == null || tokenId.isBlank()) {
            throw new TokenRefused("The token of %s has no jti".formatted(sender.id()));
        }
        if (!seen.isFirstDelivery(sender.id() + " " + tokenId, delivery, until, clock.instant())) {
            throw new TokenRefused("The token %s of %s was used before".formatted(tokenId, sender.id()));
        }
        return ClaimToken.Builder.newInstance()
                .claim(ParticipantIdentity.ID_CLAIM, sender.id())
                .claim(ParticipantIdentity.ROLES_CLAIM, sender.roles())
                .build();
    }

    private static SignedJWT parsed(@Nullable String text) throws TokenRefused {
        try {
            var token = SignedJWT.parse(text == null ? "" : text);
            if (!JWSAlgorithm.ES256.equals(token.getHeader().getAlgorithm())) {
                throw new TokenRefused("Only ES256 is believed, not "
                        + token.getHeader().getAlgorithm().getName());
            }
            return token;
        } catch (ParseException e) {
            throw new TokenRefused("Not a signed token: " + e.getMessage());
        }
    }

    private static JWTClaimsSet claims(SignedJWT token) throws TokenRefused {
        try {
            return token.getJWTClaimsSet();
        } catch (ParseException e) {
            throw new TokenRefused("The token's claims cannot be read: " + e.getMessage());
        }
    }

    private Participant senderOf(JWTClaimsSet claims) throws TokenRefused {
        var issuer = claims.getIssuer();
        if (issuer == null || !issuer.equals(claims.getSubject())) {
            throw new TokenRefused("A participant speaks for itself only: iss and sub differ or are missing");
        }
        return trusted.find(issuer)
                .orElseThrow(() -> new TokenRefused("%s is not a known participant".formatted(issuer)));
    }

    private static void checkSignature(SignedJWT token, Participant sender) throws TokenRefused {
        var kid = token.getHeader().getKeyID();
        for (var key : sender.keys().getKeys()) {
            if (key instanceof ECKey candidate
                    && Curve.P_256.equals(candidate.getCurve())
                    && (kid == null || Objects.equals(kid, candidate.getKeyID()))
                    && verifies(token, candidate)) {
                return;
            }
        }
        throw new TokenRefused("No key of %s made this signature".formatted(sender.id()));
    }

    private static boolean verifies(SignedJWT token, ECKey key) {
        try {
            return token.verify(new ECDSAVerifier(key));
        } catch (JOSEException e) {
            return false;
        }
    }

    /** The protocol address itself, or a protocol version below it. */
    private boolean isOwnAddress(String audience) {
        return audience.equals(ownAddress) || audience.startsWith(ownAddress + "/");
    }

    private Instant checkTimes(JWTClaimsSet claims) throws TokenRefused {
        var now = clock.instant();
        var issued = instant(claims.getIssueTime(), "iat");
        var expires = instant(claims.getExpirationTime(), "exp");
        if (Duration.between(issued, expires).compareTo(ParticipantTokens.LIFETIME) > 0) {
            throw new TokenRefused("A token lives %s at most".formatted(ParticipantTokens.LIFETIME));
        }
        if (issued.isAfter(now.plus(SKEW))) {
            throw new TokenRefused("The token is of the future: " + issued);
        }
        if (!expires.plus(SKEW).isAfter(now)) {
            throw new TokenRefused("The token expired at " + expires);
        }
        return expires.plus(SKEW);
    }

    private static Instant instant(@Nullable Date claim, String name) throws TokenRefused {
        if (claim == null) {
            throw new TokenRefused("The token has no " + name);
        }
        return claim.toInstant();
    }
}
