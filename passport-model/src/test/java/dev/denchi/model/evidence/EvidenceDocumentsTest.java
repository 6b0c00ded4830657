package dev.denchi.model.evidence;

import static dev.denchi.model.credential.SignedExamples.NOW;
import static dev.denchi.model.credential.SignedExamples.POLICY;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.access.Reader;
import dev.denchi.model.credential.PinnedDocument;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.credential.SignedExamples;
import dev.denchi.model.evidence.EvidenceVerification.PinnedBytes;
import dev.denchi.model.format.Examples;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.signature.Sha256;
import dev.denchi.model.verification.Check.Result;
import dev.denchi.model.verification.Given;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents in a package: each is what a record points at, and each that is not there is named. */
class EvidenceDocumentsTest {
    private static final byte[] REPORT = bytes("Test report UN 38.3");
    private static final byte[] MANUAL = bytes("How to take the pack out");
    private static final String REPORT_SHA256 = Sha256.hex(REPORT);
    private static final String MANUAL_SHA256 = Sha256.hex(MANUAL);

    private final SignedExamples sakura = SignedExamples.bySakura();
    private final RecordToken model = sakura.signed(RecordKind.BATTERY_MODEL, record(), 1, null, NOW);

    @Test
    void a_package_with_its_documents_holds_and_names_those_that_stand_elsewhere() {
        EvidenceVerification found = verified(archive(REPORT_SHA256, MANUAL_SHA256));

        assertEquals(List.of(), found.faults());
        assertEquals(Set.of(REPORT_SHA256, MANUAL_SHA256), hashes(found, true));
        Set<String> elsewhere =
                model.documents().stream().map(PinnedDocument::sha256).collect(Collectors.toSet());
        elsewhere.removeAll(Set.of(REPORT_SHA256, MANUAL_SHA256));
        assertEquals(elsewhere, hashes(found, false));
    }

    @Test
    void a_package_without_any_is_no_worse() {
        EvidenceVerification without = verified(archive());

        assertEquals(List.of(), without.faults());
        assertEquals(verified(archive(REPORT_SHA256)).outcome(), without.outcome());
        assertEquals(Set.of(), hashes(without, true));
        assertTrue(hashes(without, false).contains(REPORT_SHA256));
    }

    @Test
    void a_document_that_was_changed_removed_or_added_is_a_fault_and_named() {
        SortedMap<String, byte[]> good = Zips.entries(archive(REPORT_SHA256));
        String entry = "documents/" + REPORT_SHA256;
        SortedMap<String, byte[]> changed = new TreeMap<>(good);
        changed.put(entry, bytes("Test report UN 38.4"));
        SortedMap<String, byte[]> removed = new TreeMap<>(good);
        removed.remove(entry);
        SortedMap<String, byte[]> added = new TreeMap<>(good);
        added.put("documents/" + MANUAL_SHA256, MANUAL);

        assertFault(changed, entry + " has bytes with the hash");
        assertFault(changed, entry + " was changed");
        assertFault(removed, entry + " is missing");
        assertFault(added, "documents/" + MANUAL_SHA256 + " is not in the index");
    }

    private void assertFault(SortedMap<String, byte[]> entries, String fault) {
        EvidenceVerification found = verified(Zips.of(entries));
        assertEquals(Result.FAILED, found.outcome());
        assertTrue(
                found.faults().stream().anyMatch(each -> each.startsWith(fault)), () -> fault + ": " + found.faults());
    }

    @Test
    void a_document_that_no_record_points_at_is_a_fault_even_when_it_was_signed() {
        byte[] stray = bytes("Nobody's");
        EvidenceWriter writer = writer(model);
        writer.document(document(stray));

        EvidenceVerification found = verified(Zips.of(signed(writer), Map.of(Sha256.hex(stray), stray)));

        assertEquals(
                List.of("documents/" + Sha256.hex(stray) + " of sakura-cells: no record in the package points at it"),
                found.faults());
    }

    @Test
    void of_a_cut_only_documents_that_it_shows_may_be_in_the_package() {
        RecordToken open = model.cut(POLICY, Reader.inGroup("public"));
        EvidenceWriter writer = writer(open);
        writer.document(document(REPORT));

        EvidenceVerification found = verified(Zips.of(signed(writer), Map.of(REPORT_SHA256, REPORT)));

        assertTrue(found.faults().toString().contains("no record in the package points at it"), found::toString);
        EvidenceVerification without = verified(Zips.of(signed(writer(open)), Map.of()));
        assertTrue(hashes(without, false).stream().noneMatch(REPORT_SHA256::equals));
    }

    @Test
    void documents_are_unpacked_as_they_were(@TempDir Path folder) throws IOException {
        EvidencePackage evidence =
                EvidencePackage.unpack(new ByteArrayInputStream(archive(REPORT_SHA256, MANUAL_SHA256)), folder);

        assertArrayEquals(REPORT, Files.readAllBytes(folder.resolve(REPORT_SHA256)));
        assertArrayEquals(MANUAL, Files.readAllBytes(folder.resolve(MANUAL_SHA256)));
        assertEquals(List.of(document(REPORT), document(MANUAL)), evidence.documents());
    }

    @Test
    void refuses_documents_that_are_packed_and_believes_none_that_is_named_otherwise() {
        byte[] zeros = new byte[1 << 20];
        byte[] packed = packed("documents/" + Sha256.hex(zeros), zeros);
        assertThrows(MalformedEvidence.class, () -> Zips.read(packed));
        for (String other : List.of("documents/../" + REPORT_SHA256, "documents/", "documents//a")) {
            SortedMap<String, byte[]> entries = Zips.entries(archive());
            entries.put(other, REPORT);
            assertThrows(MalformedEvidence.class, () -> Zips.read(Zips.of(entries)), other);
        }
        SortedMap<String, byte[]> misnamed = Zips.entries(archive());
        misnamed.put("documents/report.pdf", REPORT);
        assertFault(misnamed, "documents/report.pdf is not in the manifest");
    }

    private static byte[] packed(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void writes_no_document_that_has_not_its_hash(@TempDir Path folder) throws IOException {
        EvidenceWriter writer = writer(model);
        writer.document(document(REPORT));
        SignedEvidence signed = signed(writer);
        Files.write(folder.resolve(REPORT_SHA256), MANUAL);

        assertThrows(IOException.class, () -> signed.writeTo(new ByteArrayOutputStream(), folder));
    }

    private static ObjectNode record() {
        ObjectNode record = Examples.of(RecordKind.BATTERY_MODEL);
        ((ObjectNode) record.at("/conformity/resultOfTestReport/0")).put("sha256", REPORT_SHA256);
        ((ObjectNode) record.at("/circularity/dismantlingAndRemovalInformation/0")).put("sha256", MANUAL_SHA256);
        return record;
    }

    private byte[] archive(String... hashes) {
        Map<String, byte[]> all = Map.of(REPORT_SHA256, REPORT, MANUAL_SHA256, MANUAL);
        EvidenceWriter writer = writer(model);
        for (String hash : hashes) {
            writer.document(document(all.getOrDefault(hash, new byte[0])));
        }
        return Zips.of(signed(writer), all);
    }

    private EvidenceWriter writer(RecordToken token) {
        EvidenceWriter writer = new EvidenceWriter();
        writer.operator(
                new EvidenceOperator("sakura-cells", sakura.issuer.did(), "Sakura Cells K.K.", "urn:x:sakura"),
                sakura.published.didDocument());
        String id = token.header().id().toString();
        writer.record(
                new EvidenceRecord(id, 1, "sakura-cells", "https://provider.example", null, null, null),
                token.serialize());
        return writer;
    }

    private SignedEvidence signed(EvidenceWriter writer) {
        String did = sakura.issuer.did();
        return writer.signed(sakura.key.signer(), did, "urn:x:y", "https://provider.example", "operator", NOW)
                .toCompletableFuture()
                .join();
    }

    private static EvidenceDocument document(byte[] content) {
        return new EvidenceDocument("sakura-cells", Sha256.hex(content), "text/plain", content.length);
    }

    private EvidenceVerification verified(byte[] archive) {
        return new EvidenceVerifier(SignedExamples.SCHEMAS)
                .verify(Zips.read(archive), Given.keys(List.of(sakura.published), NOW));
    }

    private static Set<String> hashes(EvidenceVerification found, boolean isIn) {
        return found.documents().stream()
                .filter(each -> each.isIn() == isIn)
                .map(PinnedBytes::pin)
                .map(PinnedDocument::sha256)
                .collect(Collectors.toSet());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
