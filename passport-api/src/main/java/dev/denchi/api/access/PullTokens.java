package dev.denchi.api.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.sign.ServiceAddress;
import dev.denchi.model.access.AccessPoint;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verifies the connector's pull tokens offline: its key, issuer, audience and expiry. Whether the transfer still runs is asked elsewhere. */
@Singleton
final class PullTokens {
    private static final Set<String> CLAIMS = Set.of(
            "sub",
            "iat",
            "exp",
            "jti",
            "agreement",
            "transfer",
            "operator",
            "manufacturerPartId",
            "accessPoints",
            "startedAt");

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final String issuer;

    PullTokens(DataspaceConfig config, ServiceAddress address) {
        issuer = config.issuer();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.ES256,
                new ImmutableJWKSet<>(
                        config.connectorKeys().map(PullTokens::read).orElseGet(JWKSet::new))));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                address.publicUrl().toString(),
                new JWTClaimsSet.Builder().issuer(config.issuer()).build(),
                CLAIMS));
    }

    /** Whether the token names an issuer, which is not believed yet, and another one than our connector. */
    boolean areNot(String token) {
        try {
            String named = JWTParser.parse(token).getJWTClaimsSet().getIssuer();
            return named != null && !named.equals(issuer);
        } catch (ParseException e) {
            return false;
        }
    }

    /** @throws Rejected when it is no token of our connector, or has expired */
    PullToken verify(String token) {
        try {
            return pullToken(processor.process(token, null));
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException | ArithmeticException e) {
            throw Rejected.because(
                    ProblemType.UNAUTHENTICATED,
                    "the pull token is refused (" + e.getMessage() + "); start a new transfer");
        }
    }

    private static PullToken pullToken(JWTClaimsSet claims) throws ParseException {
        return new PullToken(
                claims.getSubject(),
                text(claims, "agreement"),
                text(claims, "transfer"),
                new OperatorId(text(claims, "operator")),
                new ModelId(text(claims, "manufacturerPartId")),
                points(claims.getListClaim("accessPoints")),
                moment(claims.getLongClaim("startedAt")));
    }

    private static Set<AccessPoint> points(@Nullable List<?> numbers) throws ParseException {
        Set<AccessPoint> points = EnumSet.noneOf(AccessPoint.class);
        for (Object number : numbers == null ? List.of() : numbers) {
            if (!(number instanceof Long point)) {
                throw new ParseException("accessPoints are numbers", 0);
            }
            points.add(AccessPoint.of(Math.toIntExact(point)));
        }
        return points;
    }

    private static String text(JWTClaimsSet claims, String name) throws ParseException {
        String text = claims.getStringClaim(name);
        if (text == null || text.indexOf('\0') >= 0) {
            throw new ParseException(name + " is no text", 0);
        }
        return text;
    }

    private static Instant moment(@Nullable Long milliseconds) throws ParseException {
        if (milliseconds == null) {
            throw new ParseException("startedAt is no number of milliseconds", 0);
        }
        return Instant.ofEpochMilli(milliseconds);
    }

    private static JWKSet read(Path file) {
        try {
            return JWKSet.load(file.toFile()).toPublicJWKSet();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalArgumentException(file + " is no JWK set", e);
        }
    }
}
