package dev.denchi.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** An OpenID Connect provider: a discovery document, its keys, and the tokens it gives out. */
final class OidcFixture implements AutoCloseable {
    static final String AUDIENCE = "denchi-passport-api";
    private static final String ADDRESS = "test.oidc-issuer";
    private static final String KEY = "test.oidc-key";

    private final HttpServer server;

    private OidcFixture(HttpServer server) {
        this.server = server;
    }

    /** The address and the key are shared by all class loaders of the test run. */
    static OidcFixture start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        ECKey key = PullTokenFixture.newKey();
        System.setProperty(ADDRESS, issuer);
        System.setProperty(KEY, key.toJSONString());
        serve(server, "/.well-known/openid-configuration", """
                {"issuer": "%1$s", "jwks_uri": "%1$s/jwks", "token_endpoint": "%1$s/token",
                 "authorization_endpoint": "%1$s/auth", "id_token_signing_alg_values_supported": ["ES256"],
                 "subject_types_supported": ["public"], "response_types_supported": ["code"]}""".formatted(issuer));
        serve(server, "/jwks", new JWKSet(key.toPublicJWK()).toString());
        server.start();
        return new OidcFixture(server);
    }

    Map<String, String> settings() {
        return Map.of(
                "denchi.oidc.enabled", "true",
                "denchi.oidc.roles.battery-operator", "ECONOMIC_OPERATOR",
                "denchi.oidc.roles.repairer", "LEGITIMATE_INTEREST",
                "denchi.oidc.roles.market-surveillance", "AUTHORITY",
                "quarkus.oidc.auth-server-url", issuer(),
                "quarkus.oidc.token.audience", AUDIENCE,
                "quarkus.oidc.roles.role-claim-path", "roles");
    }

    static String issuer() {
        return Objects.requireNonNull(System.getProperty(ADDRESS));
    }

    /** A token of the provider for somebody of this operator with these roles. */
    static String token(String operator, String... roles) {
        return signed(
                key(),
                JWSAlgorithm.ES256,
                claims -> claims.claim("denchi_operator", operator).claim("roles", List.of(roles)));
    }

    static String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(key(), JWSAlgorithm.ES256, change);
    }

    static String signed(ECKey key, JWSAlgorithm algorithm, UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(algorithm)
                            .keyID(key().getKeyID())
                            .type(new JOSEObjectType("at+jwt"))
                            .build(),
                    change.apply(claims()).build());
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String unsigned(UnaryOperator<JWTClaimsSet.Builder> change) {
        return new PlainJWT(change.apply(claims()).build()).serialize();
    }

    private static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("machine-7")
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .jwtID(UUID.randomUUID().toString())
                .claim("denchi_operator", "sakura-cells")
                .claim("roles", List.of("battery-operator"));
    }

    private static ECKey key() {
        try {
            return ECKey.parse(Objects.requireNonNull(System.getProperty(KEY)));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void serve(HttpServer server, String path, String json) {
        server.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
