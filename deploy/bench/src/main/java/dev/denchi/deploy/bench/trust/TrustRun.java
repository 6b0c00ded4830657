package dev.denchi.deploy.bench.trust;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.deploy.bench.measure.Machine;
import dev.denchi.deploy.bench.measure.OneCore;
import dev.denchi.deploy.bench.measure.OneCore.Spread;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordSigner;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.format.AccessPolicyFile;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.signature.Issuer;
import dev.denchi.model.signature.IssuerKey;
import dev.denchi.model.signature.Keystore;
import dev.denchi.model.signature.PublishedKey;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.signature.SigningAlgorithm;
import dev.denchi.model.verification.Given;
import dev.denchi.model.verification.RecordVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Issuing and verifying the example records on one core, and in the same run the signature alone, ours and OpenSSL's. */
final class TrustRun {
    private static final OperatorId OPERATOR = new OperatorId("sakura-cells");
    private static final List<Wanted> WANTED =
            List.of(new Wanted(RecordKind.BATTERY, 60), new Wanted(RecordKind.BATTERY_MODEL, 40));

    private final List<Row> rows = new ArrayList<>();
    private final StringBuilder findings = new StringBuilder();
    private final int seconds;
    private final IssuerKey key;
    private final Issuer issuer = new Issuer("did:web:bench.example:operators:" + OPERATOR, "Bench");

    private record Wanted(RecordKind kind, int percent) {}

    private record Row(String what, Spread micros) {
        String line() {
            return "| %s | %.0f | %.2f | %.2f |%n"
                    .formatted(what, 1_000_000 / micros.median(), micros.median(), micros.least());
        }
    }

    TrustRun(int seconds) throws IOException, GeneralSecurityException {
        this.seconds = seconds;
        Path folder = Files.createTempDirectory("bench");
        this.key = Keystore.open(folder.resolve("keys.p12"), "benchmark".toCharArray())
                .keyOf(issuer, Instant.now());
        Files.delete(folder.resolve("keys.p12"));
        Files.delete(folder);
    }

    TrustRun measured(Path repository) throws Exception {
        for (Wanted wanted : WANTED) {
            measure(repository, wanted);
        }
        findings.append("- OpenSSL on one core, in the same run: ")
                .append(OpenSsl.ecdsaP256(seconds))
                .append('\n');
        return this;
    }

    String text() {
        Map<String, String> machine = Machine.today();
        StringBuilder text = new StringBuilder("# Issuing and verifying, " + machine.get("date") + "\n\n")
                .append(machine.get("JDK"))
                .append(
                        "; the example EV battery, ES256 with a certificate; processor time of one thread, JIT warm, 200 short turns of each.\n\n")
                .append("| what | a second and core | µs, median | µs, least |\n| --- | ---: | ---: | ---: |\n");
        rows.forEach(row -> text.append(row.line()));
        return text.append('\n').append(findings).toString();
    }

    private void measure(Path repository, Wanted wanted) throws IOException {
        String kind = wanted.kind().label();
        JsonNode document =
                StrictJson.read(Files.readAllBytes(repository.resolve("openapi/examples/ev-nmc/" + kind + ".json")));
        RecordSchemas schemas = new RecordSchemas();
        RecordSigner signer = new RecordSigner(key.signer(), AccessPolicyFile.bundled());
        RecordHeader header = header(wanted.kind(), document);
        RecordToken token = signer.sign(header, document).toCompletableFuture().join();
        String text = token.serialize();
        byte[] input = new byte[token.issuerJwt().lastIndexOf('.')];
        byte[] signature = key.signer().sign(input).toCompletableFuture().join();
        PublishedKey published = new PublishedKey(key.published());
        Given given = Given.keys(List.of(PublishedKeys.of(issuer.did(), List.of(key.published()))), Instant.now());
        RecordVerifier verifier = new RecordVerifier(schemas);

        List<Spread> took = OneCore.inTurn(
                seconds,
                List.of(
                        () -> key.signer().sign(input).toCompletableFuture().join(),
                        () -> signer.sign(header, document)
                                .toCompletableFuture()
                                .join()
                                .serialize(),
                        () -> verifies(published, input, signature),
                        () -> verifier.verify(text, given)));
        rows.add(new Row("ES256 signature alone over the " + input.length + " bytes of a " + kind, took.get(0)));
        rows.add(new Row(
                "issuing a " + kind + ": JSON, salts, digests, signature; a token of " + text.length() + " bytes",
                took.get(1)));
        rows.add(new Row("ES256 verification alone over those bytes", took.get(2)));
        rows.add(new Row("verifying a " + kind + ": every check", took.get(3)));
        long percent = percent(took.get(0).median(), took.get(1).median());
        findings.append(
                "- Issuing a %s at %d %% of the provider's rate by the medians, %d %% by the least (wanted: %d %%): %s%n"
                        .formatted(
                                kind,
                                percent,
                                percent(took.get(0).least(), took.get(1).least()),
                                wanted.percent(),
                                percent >= wanted.percent() ? "held" : "NOT held"));
        findings.append("- Verifying a %s takes %.1f times its signature's verification%n"
                .formatted(kind, took.get(3).median() / took.get(2).median()));
    }

    private static long percent(double raw, double issuing) {
        return Math.round(100 * raw / issuing);
    }

    private RecordHeader header(RecordKind kind, JsonNode document) {
        return new RecordHeader(
                new RecordId(UUID.fromString("0198c0de-0000-7000-8000-000000000001")),
                kind,
                RecordReader.content(kind, document).subject(OPERATOR),
                issuer.did(),
                1,
                null,
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private static void verifies(PublishedKey key, byte[] input, byte[] signature) {
        try {
            if (!key.verifies(SigningAlgorithm.ES256, input, signature)) {
                throw new IllegalStateException("a signature that was just made does not hold");
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
