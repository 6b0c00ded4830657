package dev.denchi.model.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.util.Base64URL;
import dev.denchi.model.access.AccessPolicy;
import dev.denchi.model.format.AccessPolicyFile;
import dev.denchi.model.format.Examples;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.RecordKind;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The example records, signed by Sakura Cells or by another operator, and what only a key's owner could forge. */
public final class SignedExamples {
    static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
    static final AccessPolicy POLICY = AccessPolicyFile.bundled();
    static final RecordSchemas SCHEMAS = new RecordSchemas();
    static final OperatorId SAKURA = new OperatorId("sakura-cells");
    private static final RecordId ID = new RecordId(UUID.fromString("0198c0de-0000-7000-8000-000000000001"));

    final Issuer issuer;
    final IssuerKey key;
    final PublishedKeys published;

    private SignedExamples(Issuer issuer, IssuerKey key) {
        this.issuer = issuer;
        this.key = key;
        this.published = PublishedKeys.of(issuer.did(), List.of(key.published()));
    }

    public static SignedExamples bySakura() {
        return by(SAKURA, "Sakura Cells K.K.");
    }

    static SignedExamples by(OperatorId operator, String name) {
        Issuer issuer = Issuer.at(URI.create("http://127.0.0.1:8080"), operator, name);
        try {
            Path folder = Files.createTempDirectory("keys");
            Path file = folder.resolve("keys.p12");
            IssuerKey key = Keystore.open(file, "secret".toCharArray()).keyOf(issuer, NOW);
            Files.delete(file);
            Files.delete(folder);
            return new SignedExamples(issuer, key);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public RecordToken signed(RecordKind kind) {
        return signed(kind, Examples.of(kind), 1, null, NOW);
    }

    RecordToken signed(
            RecordKind kind, JsonNode document, int version, @Nullable String previousSha256, Instant issuedAt) {
        var content = new RecordReader(SCHEMAS).read(kind, document).content();
        var header =
                new RecordHeader(ID, kind, content.subject(SAKURA), issuer.did(), version, previousSha256, issuedAt);
        return new RecordSigner(key.signer(), POLICY)
                .sign(header, document)
                .toCompletableFuture()
                .join();
    }

    /** A JWT with this very header and payload, signed with the genuine key. */
    String jwt(String header, String payload) {
        String input = encoded(header) + "." + encoded(payload);
        byte[] signature = key.signer()
                .sign(input.getBytes(StandardCharsets.US_ASCII))
                .toCompletableFuture()
                .join();
        return input + "." + Base64URL.encode(signature);
    }

    Verification verified(String token) {
        return verified(token, published);
    }

    static Verification verified(String token, PublishedKeys keys) {
        return new RecordVerifier(SCHEMAS, Clock.fixed(NOW, ZoneOffset.UTC)).verify(token, keys);
    }

    static String encoded(String json) {
        return Base64URL.encode(json).toString();
    }

    static String text(JsonNode json) {
        return new String(StrictJson.write(json), StandardCharsets.UTF_8);
    }
}
