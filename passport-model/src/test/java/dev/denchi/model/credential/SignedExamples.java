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
import dev.denchi.model.signature.Issuer;
import dev.denchi.model.signature.IssuerKey;
import dev.denchi.model.signature.Keystore;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.signature.SigningAlgorithm;
import dev.denchi.model.status.StatusEntry;
import dev.denchi.model.verification.Given;
import dev.denchi.model.verification.RecordVerifier;
import dev.denchi.model.verification.Verification;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The example records, signed by Sakura Cells or by another operator, and what only a key's owner could forge. */
public final class SignedExamples {
    public static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
    private static final Instant KEYS_MADE = Instant.parse("2026-08-01T00:00:00Z");
    public static final AccessPolicy POLICY = AccessPolicyFile.bundled();
    public static final RecordSchemas SCHEMAS = new RecordSchemas();
    public static final OperatorId SAKURA = new OperatorId("sakura-cells");
    public static final RecordId ID = new RecordId(UUID.fromString("0198c0de-0000-7000-8000-000000000001"));

    public final Issuer issuer;
    public final IssuerKey key;
    public final PublishedKeys published;

    private SignedExamples(Issuer issuer, IssuerKey key) {
        this.issuer = issuer;
        this.key = key;
        this.published = PublishedKeys.of(issuer.did(), List.of(key.published()));
    }

    public static SignedExamples bySakura() {
        return by(SAKURA, "Sakura Cells K.K.");
    }

    public static SignedExamples by(OperatorId operator, String name) {
        return by(operator, name, SigningAlgorithm.ES256);
    }

    public static SignedExamples by(OperatorId operator, String name, SigningAlgorithm algorithm) {
        return by(Issuer.at(URI.create("http://127.0.0.1:8080"), operator, name), algorithm);
    }

    public static SignedExamples by(String did) {
        return by(new Issuer(did, "K.K."), SigningAlgorithm.ES256);
    }

    private static SignedExamples by(Issuer issuer, SigningAlgorithm algorithm) {
        try {
            Path folder = Files.createTempDirectory("keys");
            Path file = folder.resolve("keys.p12");
            IssuerKey key = Keystore.open(file, "secret".toCharArray()).keyOf(issuer, algorithm, KEYS_MADE);
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

    public RecordToken signed(
            RecordKind kind, JsonNode document, int version, @Nullable String previousSha256, Instant issuedAt) {
        return signed(kind, document, version, previousSha256, issuedAt, List.of());
    }

    public RecordToken signed(
            RecordKind kind,
            JsonNode document,
            int version,
            @Nullable String previousSha256,
            Instant issuedAt,
            List<StatusEntry> status) {
        var content = new RecordReader(SCHEMAS).read(kind, document).content();
        var header = new RecordHeader(
                ID, kind, content.subject(SAKURA), issuer.did(), version, previousSha256, issuedAt, status);
        return new RecordSigner(key.signer(), POLICY)
                .sign(header, document)
                .toCompletableFuture()
                .join();
    }

    /** A JWT with this very header and payload, signed with the genuine key. */
    public String jwt(String header, String payload) {
        String input = encoded(header) + "." + encoded(payload);
        byte[] signature = key.signer()
                .sign(input.getBytes(StandardCharsets.US_ASCII))
                .toCompletableFuture()
                .join();
        return input + "." + Base64URL.encode(signature);
    }

    public Verification verified(String token) {
        return verified(token, published);
    }

    public static Verification verified(String token, PublishedKeys keys) {
        return verified(token, Given.keys(List.of(keys), NOW));
    }

    public static Verification verified(String token, Given given) {
        return new RecordVerifier(SCHEMAS).verify(token, given);
    }

    public static String encoded(String json) {
        return Base64URL.encode(json).toString();
    }

    public static String text(JsonNode json) {
        return new String(StrictJson.write(json), StandardCharsets.UTF_8);
    }
}
