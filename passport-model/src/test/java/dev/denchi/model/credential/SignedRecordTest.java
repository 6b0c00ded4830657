package dev.denchi.model.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.access.AccessPoint;
import dev.denchi.model.access.AccessPolicy;
import dev.denchi.model.access.Reader;
import dev.denchi.model.format.AccessPolicyFile;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.RecordKind;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedRecordTest {
    private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
    private final AccessPolicy policy = AccessPolicyFile.bundled();
    private final RecordSchemas schemas = new RecordSchemas();
    private IssuerKey key;
    private PublishedKeys published;
    private RecordToken token;
    private JsonNode document;

    @BeforeEach
    void sign(@TempDir Path folder) throws Exception {
        var operator = new OperatorId("sakura-cells");
        var issuer = Issuer.at(URI.create("http://127.0.0.1:8080"), operator, "Sakura Cells K.K.");
        key = Keystore.open(folder.resolve("keys.p12"), "secret".toCharArray()).keyOf(issuer, NOW);
        published = PublishedKeys.of(issuer.did(), List.of(key.published()));
        try (InputStream in = getClass().getResourceAsStream("/examples/ev-nmc/battery-model.json")) {
            document = StrictJson.read(in.readAllBytes());
        }
        var content = new RecordReader(schemas)
                .read(RecordKind.BATTERY_MODEL, document)
                .content();
        var header = new RecordHeader(
                new RecordId(UUID.fromString("0198c0de-0000-7000-8000-000000000001")),
                RecordKind.BATTERY_MODEL,
                content.subject(operator),
                issuer.did(),
                1,
                null,
                NOW);
        token = new RecordSigner(key.signer(), policy)
                .sign(header, document)
                .toCompletableFuture()
                .join();
    }

    @Test
    void every_check_passes_on_a_fresh_record() {
        var verification = verifier().verify(token.serialize(), published);
        assertTrue(verification.isGood(), verification::toString);
    }

    @Test
    void what_was_said_comes_back_exactly() {
        assertEquals(document, RecordToken.parse(token.serialize()).attributes());
        assertEquals(
                "452.60",
                token.attributes().at("/batteryMass/value").decimalValue().toPlainString());
    }

    @Test
    void a_cut_shows_only_what_its_reader_may_see_and_still_verifies() {
        RecordToken cut = token.cut(policy, Reader.of(Set.of(AccessPoint.POINT_1)));
        assertFalse(cut.serialize().contains("dismantling"));
        assertTrue(cut.attributes().at("/circularity").isMissingNode());
        assertFalse(cut.attributes().at("/performance/ratedCapacity").isMissingNode());
        assertEquals(token.sha256(), RecordToken.parse(cut.serialize()).sha256());
        assertTrue(verifier().verify(cut.serialize(), published).isGood());
    }

    private RecordVerifier verifier() {
        return new RecordVerifier(schemas, Clock.fixed(NOW, java.time.ZoneOffset.UTC));
    }
}
