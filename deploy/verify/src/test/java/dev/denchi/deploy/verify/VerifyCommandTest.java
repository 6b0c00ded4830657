package dev.denchi.deploy.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.credential.PinnedDocument;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.evidence.EvidenceOperator;
import dev.denchi.model.evidence.EvidenceRecord;
import dev.denchi.model.evidence.EvidenceWriter;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.signature.Issuer;
import dev.denchi.model.signature.IssuerKey;
import dev.denchi.model.signature.Keystore;
import dev.denchi.model.signature.PublishedKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyCommandTest {
    private static final Path TOKENS = Path.of("..", "..", "openapi", "examples", "tokens");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);

    private static final EvidenceOperator SAKURA = new EvidenceOperator(
            "sakura-cells", "did:web:denchi.example:operators:sakura-cells", "Sakura Cells", "urn:x:sakura");

    private record Run(int status, String out, String err) {}

    @ParameterizedTest
    @ValueSource(strings = {"es256", "es384", "eddsa"})
    void a_record_whose_issuers_keys_are_given_is_good(String algorithm) {
        Run run = run("--keys", file("did.json"), file(algorithm + "-battery-whole.sd-jwt"));
        assertEquals(0, run.status(), run::toString);
        assertTrue(run.out().contains(": PASSED"), run::out);
        assertTrue(run.out().contains("battery record of urn:uuid:"), run::out);
        assertEquals(
                12,
                run.out().lines().filter(line -> line.matches("  [A-Z_]+ .*")).count());
    }

    @Test
    void a_key_set_does_as_well_as_a_did_document() {
        assertEquals(
                0,
                run("--keys", file("jwks.json"), file("es256-battery-whole.sd-jwt"))
                        .status());
    }

    @Test
    void lots_are_read_one_token_a_line(@TempDir Path folder) throws IOException {
        Path lots = Files.writeString(folder.resolve("lots"), "no token\nnor this\n");
        Run run = run("--keys", file("did.json"), "--lots", lots.toString(), file("es256-battery-whole.sd-jwt"));
        assertEquals(0, run.status(), run::toString);
        assertTrue(run.out().contains("NOT_APPLICABLE  mass-balance"), run::out);

        assertEquals(
                64,
                run("--lots", folder.resolve("absent").toString(), file("es256-battery-whole.sd-jwt"))
                        .status());
    }

    @Test
    void an_audit_log_is_whole_or_the_row_is_named(@TempDir Path folder) throws IOException {
        Path log = TOKENS.resolveSibling("responses").resolve("audit-log.ndjson");
        Run whole = run("--audit", log.toString());
        assertEquals(0, whole.status(), whole::toString);
        assertTrue(whole.out().contains("3 rows"), whole::out);
        Path changed = Files.writeString(
                folder.resolve("changed"), Files.readString(log).replace("rhein-recycling", "main-recycling"));
        Run run = run("--audit", changed.toString());
        assertEquals(1, run.status());
        assertTrue(run.out().contains("FAILED  row 2 was changed"), run::out);
        assertEquals(64, run("--audit", file("did.json")).status());
    }

    @Test
    void nothing_to_verify_is_no_success() {
        assertEquals(64, run("--keys", file("did.json")).status());
    }

    @Test
    void a_changed_record_fails(@TempDir Path folder) throws IOException {
        String token = Files.readString(TOKENS.resolve("es256-battery-whole.sd-jwt"));
        int signature = token.indexOf('~') - 20;
        char other = token.charAt(signature) == 'A' ? 'B' : 'A';
        Path changed = Files.writeString(
                folder.resolve("changed"), token.substring(0, signature) + other + token.substring(signature + 1));
        Run run = run("--keys", file("did.json"), changed.toString());
        assertEquals(1, run.status());
        assertTrue(run.out().contains("FAILED          signature"), run::out);
    }

    @Test
    void without_keys_nothing_is_told_and_nothing_has_failed() {
        Run run = run(file("es256-battery-whole.sd-jwt"));
        assertEquals(2, run.status());
        assertTrue(run.out().contains("no keys of did:web:vectors.example:operators:test-keys"), run::out);
    }

    @Test
    void the_status_lists_prove_what_became_of_a_record() {
        assertEquals(0, history("history-2-current.sd-jwt").status());
        assertEquals(1, history("history-2-revoked.sd-jwt").status());
        assertEquals(1, history("history-1-superseded.sd-jwt").status());
        assertEquals(1, history("history-2-of-another.sd-jwt").status());
    }

    @Test
    void a_record_is_judged_as_of_the_moment_named() {
        Run before =
                run("--keys", file("did.json"), "--as-of", "2026-11-23T19:00:00Z", file("es256-battery-whole.sd-jwt"));
        assertEquals(1, before.status());
        assertTrue(before.out().contains("lies in the future of 2026-11-23T19:00:00Z"), before::out);
    }

    @Test
    void the_worst_of_several_files_counts() {
        assertEquals(
                2,
                run("--keys", file("did.json"), file("es256-battery-whole.sd-jwt"), file("es256-battery-public.sd-jwt"))
                        .status());
    }

    @Test
    void a_presentation_is_verified_record_by_record(@TempDir Path folder) throws IOException {
        String entries = List.of("es256-battery-whole", "es256-battery-model-whole").stream()
                .map(name -> "{\"type\":\"EnvelopedVerifiableCredential\",\"id\":\"data:application/vc+sd-jwt,"
                        + text(name + ".sd-jwt") + "\"}")
                .collect(Collectors.joining(","));
        Path presentation = Files.writeString(
                folder.resolve("vp.json"),
                "{\"verifiableCredential\":[" + entries + "],\"type\":\"VerifiablePresentation\"}");
        Run run = run("--keys", file("did.json"), presentation.toString(), "--json");
        assertEquals(0, run.status(), run::toString);
        List<JsonNode> answers = run.out().lines().map(StrictJson::read).toList();
        assertEquals(
                List.of("battery", "battery-model"),
                answers.stream()
                        .map(answer -> answer.at("/record/kind").textValue())
                        .toList());
    }

    @Test
    void a_package_is_judged_the_same_from_a_file_and_from_standard_input(@TempDir Path folder) throws Exception {
        IssuerKey key = Keystore.open(folder.resolve("keys.p12"), "secret".toCharArray())
                .keyOf(new Issuer(SAKURA.did(), SAKURA.name()), CLOCK.instant());
        Map<String, Object> document =
                PublishedKeys.of(SAKURA.did(), List.of(key.published())).didDocument();
        EvidenceWriter writer = new EvidenceWriter();
        writer.operator(SAKURA, document);
        byte[] archive = archive(writer, key, folder);
        String file = Files.write(folder.resolve("evidence.zip"), archive).toString();
        String keys = Files.write(folder.resolve("did.json"), StrictJson.write(document))
                .toString();

        Run fromFile = run("--keys", keys, file);
        assertEquals(0, fromFile.status(), fromFile::toString);
        assertTrue(fromFile.out().contains("evidence of urn:x:y"), fromFile::out);
        Run piped = piped(archive, "--keys", keys, "-");
        assertEquals(0, piped.status(), piped::toString);
        assertEquals(fromFile.out(), piped.out().replaceFirst("-", file));
    }

    private static byte[] archive(EvidenceWriter writer, IssuerKey key, Path folder) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        writer.signed(key.signer(), SAKURA.did(), "urn:x:y", "https://provider.example", "operator", CLOCK.instant())
                .toCompletableFuture()
                .join()
                .writeTo(archive, folder);
        return archive.toByteArray();
    }

    @Test
    void of_a_package_each_document_is_named_with_where_it_stands(@TempDir Path folder) throws Exception {
        IssuerKey key = Keystore.open(folder.resolve("keys.p12"), "secret".toCharArray())
                .keyOf(new Issuer(SAKURA.did(), SAKURA.name()), CLOCK.instant());
        RecordToken model = RecordToken.parse(text("es256-battery-model-whole.sd-jwt"));
        PinnedDocument first = model.documents().get(0);
        EvidenceWriter writer = new EvidenceWriter();
        writer.operator(
                SAKURA, PublishedKeys.of(SAKURA.did(), List.of(key.published())).didDocument());
        String id = model.header().id().toString();
        writer.record(
                new EvidenceRecord(id, 1, SAKURA.id(), "https://provider.example", null, null, null),
                model.serialize());
        String file = Files.write(folder.resolve("evidence.zip"), archive(writer, key, folder))
                .toString();

        Run told = run("--keys", file("did.json"), file);
        Run asJson = run("--json", "--keys", file("did.json"), file);

        assertTrue(
                told.out()
                        .contains("ELSEWHERE       documents/" + first.sha256() + " \"" + first.title() + "\", at "
                                + first.url()),
                told::out);
        JsonNode answer = StrictJson.read(asJson.out());
        assertEquals(
                model.documents().stream()
                        .map(PinnedDocument::sha256)
                        .distinct()
                        .count(),
                answer.path("documents").size());
        assertFalse(answer.at("/documents/0/isIn").booleanValue());
    }

    @Test
    void a_token_is_taken_from_standard_input() throws IOException {
        byte[] token = Files.readAllBytes(TOKENS.resolve("es256-battery-whole.sd-jwt"));
        assertEquals(0, piped(token, "--keys", file("did.json"), "-").status());
    }

    @Test
    void as_json_the_answer_has_every_check() {
        Run run = run("--json", "--keys", file("did.json"), file("es256-battery-model-public.sd-jwt"));
        JsonNode answer = StrictJson.read(run.out());
        assertEquals("PASSED", answer.path("outcome").textValue());
        assertEquals(12, answer.path("checks").size());
        assertEquals("form", answer.at("/checks/0/name").textValue());
        assertTrue(answer.at("/record/undisclosed").intValue() > 0);
    }

    @Test
    void what_is_no_token_fails_and_every_other_question_stays_open(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear Sir or Madam");
        Run run = run("--json", file.toString());
        JsonNode answer = StrictJson.read(run.out());
        assertEquals(1, run.status());
        assertEquals("FAILED", answer.at("/checks/0/result").textValue());
        assertEquals(
                11,
                answer.findValuesAsText("result").stream()
                        .filter("INDETERMINATE"::equals)
                        .count());
    }

    @Test
    void a_command_that_cannot_be_followed_is_told_so() {
        List<Run> runs = List.of(
                run(),
                run("--guess", file("did.json")),
                run("--as-of", "yesterday", file("es256-battery-whole.sd-jwt")),
                run("nowhere.sd-jwt"),
                run("--keys", "nowhere.json", file("es256-battery-whole.sd-jwt")),
                run("--keys", file("README.md"), file("es256-battery-whole.sd-jwt")),
                run("--trust", file("did.json"), file("es256-battery-whole.sd-jwt")));
        for (Run run : runs) {
            assertEquals(64, run.status(), run::toString);
            assertTrue(!run.err().isBlank() && !run.err().contains("\tat "), run::err);
        }
    }

    private static Run history(String name) {
        return run(
                "--keys",
                file("did.json"),
                "--status",
                file("status-revocation.jwt"),
                "--status",
                file("status-refresh.jwt"),
                "--previous",
                file("history-1-superseded.sd-jwt"),
                file(name));
    }

    private static String text(String name) {
        try {
            return Files.readString(TOKENS.resolve(name)).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String file(String name) {
        return TOKENS.resolve(name).toString();
    }

    private static Run piped(byte[] input, String... words) {
        InputStream terminal = System.in;
        try {
            System.setIn(new ByteArrayInputStream(input));
            return run(words);
        } finally {
            System.setIn(terminal);
        }
    }

    private static Run run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.commandLine(new VerifyCommand(CLOCK))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
        return new Run(status, out.toString(), err.toString());
    }
}
