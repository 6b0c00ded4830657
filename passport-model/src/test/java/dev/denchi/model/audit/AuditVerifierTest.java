package dev.denchi.model.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.signature.Issuer;
import dev.denchi.model.signature.IssuerKey;
import dev.denchi.model.signature.Keystore;
import dev.denchi.model.signature.PublishedKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerifierTest {
    private static final OperatorId OPERATOR = new OperatorId("sakura-cells");
    private static final Issuer ISSUER = new Issuer("did:web:denchi.example:operators:sakura-cells", "Sakura Cells");
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final int ROWS = 20;

    private IssuerKey key;
    private List<AuditRow> log;

    @BeforeEach
    void a_log_of_twenty_rows(@TempDir Path folder) throws IOException, GeneralSecurityException {
        key = Keystore.open(folder.resolve("keys.p12"), "secret".toCharArray()).keyOf(ISSUER, NOON.minusSeconds(60));
        log = log(entry -> entry);
    }

    @Test
    void finds_nothing_in_a_log_that_nobody_touched() {
        AuditVerifier verifier = verified(log, checkpointOf(log, 10), checkpointOf(log, ROWS));
        assertEquals(List.of(), verifier.findings());
        assertEquals(ROWS, verifier.rows());
        assertEquals(ROWS, verifier.vouchedFor());
    }

    @Test
    void locates_every_single_row_that_was_changed() {
        for (int i = 0; i < ROWS; i++) {
            List<AuditRow> changed = new ArrayList<>(log);
            changed.set(i, log.get(i).saying(log.get(i).entry().replace("read", "made")));
            assertEquals(List.of((long) i + 1), sequences(changed), "row " + (i + 1));
        }
    }

    @Test
    void locates_every_single_row_that_was_removed_also_the_last_and_the_first() {
        for (int i = 0; i < ROWS; i++) {
            List<AuditRow> removed = new ArrayList<>(log);
            removed.remove(i);
            List<AuditFinding> found =
                    verified(removed, checkpointOf(log, ROWS)).findings();
            String missing = "row " + (i + 1) + " is missing";
            assertTrue(
                    found.stream()
                            .anyMatch(finding -> finding.what().contains(missing)
                                    || finding.what().contains("rows " + ROWS + " to " + ROWS + " are missing")),
                    found::toString);
        }
    }

    @Test
    void locates_rows_in_each_others_place() {
        List<AuditRow> exchanged = new ArrayList<>(log);
        exchanged.set(4, log.get(4).saying(log.get(11).entry()));
        exchanged.set(11, log.get(11).saying(log.get(4).entry()));
        assertEquals(
                List.of("rows 5 and 12 were put in each other's place", "rows 5 and 12 were put in each other's place"),
                verified(exchanged).findings().stream().map(AuditFinding::what).toList());

        List<AuditRow> reordered = new ArrayList<>(log);
        Collections.swap(reordered, 7, 8);
        assertTrue(verified(reordered).findings().toString().contains("row 8 stands behind row 9"));
    }

    @Test
    void a_checkpoint_tells_of_a_log_that_was_written_anew_with_all_its_hashes() {
        List<AuditRow> anew = log(entry -> entry.replace("\"n\":7}", "\"n\":700}"));
        assertEquals(List.of(), verified(anew).findings());
        String found = verified(anew, checkpointOf(log, 5), checkpointOf(log, 10))
                .findings()
                .toString();
        assertTrue(found.contains("rows 6 to 10 were written anew"), found);
    }

    @Test
    void a_checkpoint_tells_of_a_log_that_was_cut_off() {
        String found =
                verified(log.subList(0, 12), checkpointOf(log, ROWS)).findings().toString();
        assertTrue(found.contains("rows 13 to 20 are missing"), found);
    }

    @Test
    void a_checkpoint_kept_elsewhere_is_not_replaced_by_one_that_the_log_brings_with_it() {
        List<AuditRow> anew = log(entry -> entry.replace("\"n\":7}", "\"n\":700}"));
        Stream<String> lines = Stream.concat(
                Stream.of(line(AuditExport.line(checkpointOf(anew, ROWS)))),
                anew.stream().map(row -> line(row.json())));
        AuditVerifier verifier = AuditExport.verified(lines, List.of(checkpointOf(log, ROWS)), keys());
        String found = verifier.findings().toString();
        assertTrue(found.contains("rows 1 to 20 were written anew"), found);
        assertTrue(found.contains("two checkpoints of row 20 name different hashes"), found);
        assertEquals(0, verifier.vouchedFor());
    }

    @Test
    void a_checkpoint_given_twice_is_no_finding() {
        AuditVerifier verifier = verified(log, checkpointOf(log, 10), checkpointOf(log, 10));
        assertEquals(List.of(), verifier.findings());
        assertEquals(10, verifier.vouchedFor());
    }

    @Test
    void a_checkpoint_that_the_operator_did_not_sign_vouches_for_nothing(@TempDir Path folder)
            throws IOException, GeneralSecurityException {
        IssuerKey stranger = Keystore.open(folder.resolve("other.p12"), "secret".toCharArray())
                .keyOf(ISSUER, NOON.minusSeconds(60));
        String forged = new Checkpoint(ISSUER.did(), OPERATOR, 10, log.get(9).sha256(), NOON)
                .sign(stranger.signer())
                .toCompletableFuture()
                .join();
        for (String bad : List.of(forged, "nonsense", checkpointOf(log, 10).replace(".", "~"))) {
            AuditVerifier verifier = verified(log, bad);
            assertEquals(1, verifier.findings().size());
            assertEquals(
                    AuditFinding.Place.CHECKPOINT, verifier.findings().get(0).place());
            assertEquals(0, verifier.vouchedFor());
        }
    }

    @Test
    void an_export_is_read_line_by_line() {
        Stream<String> lines = Stream.concat(
                Stream.of(line(AuditExport.line(checkpointOf(log, ROWS)))),
                log.stream().map(row -> line(row.json())));
        AuditVerifier verifier = AuditExport.verified(lines, List.of(), keys());
        assertEquals(List.of(), verifier.findings());
        assertEquals(ROWS, verifier.vouchedFor());
        for (String bad : List.of(
                "{}", "[]", "no JSON", "{\"operator\":\"sakura-cells\",\"sequence\":1,\"entry\":{},\"sha256\":\"\"}")) {
            assertThrows(IllegalArgumentException.class, () -> AuditExport.verified(Stream.of(bad), List.of(), keys()));
        }
    }

    private static List<AuditRow> log(UnaryOperator<String> change) {
        List<AuditRow> rows = new ArrayList<>();
        String previous = AuditRow.NOTHING_BEFORE;
        for (int n = 1; n <= ROWS; n++) {
            AuditRow row = AuditRow.following(
                    previous, OPERATOR, n, change.apply("{\"action\":\"record.read\",\"n\":" + n + "}"));
            rows.add(row);
            previous = row.sha256();
        }
        return rows;
    }

    private String checkpointOf(List<AuditRow> rows, int sequence) {
        return new Checkpoint(
                        ISSUER.did(), OPERATOR, sequence, rows.get(sequence - 1).sha256(), NOON)
                .sign(key.signer())
                .toCompletableFuture()
                .join();
    }

    private AuditVerifier verified(List<AuditRow> rows, String... checkpoints) {
        AuditVerifier verifier = new AuditVerifier(OPERATOR, keys());
        Stream.of(checkpoints).forEach(verifier::checkpoint);
        rows.forEach(verifier::row);
        return verifier;
    }

    private List<Long> sequences(List<AuditRow> rows) {
        return verified(rows).findings().stream().map(AuditFinding::sequence).toList();
    }

    private List<PublishedKeys> keys() {
        return List.of(PublishedKeys.of(ISSUER.did(), List.of(key.published())));
    }

    private static String line(Object json) {
        return new String(StrictJson.write(json), StandardCharsets.UTF_8);
    }
}
