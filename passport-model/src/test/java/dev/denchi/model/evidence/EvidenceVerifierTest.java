package dev.denchi.model.evidence;

import static dev.denchi.model.credential.SignedExamples.NOW;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.credential.SignedExamples;
import dev.denchi.model.format.Examples;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.status.StatusEntry;
import dev.denchi.model.status.StatusList;
import dev.denchi.model.status.StatusListCredential;
import dev.denchi.model.status.StatusPurpose;
import dev.denchi.model.verification.Check.Result;
import dev.denchi.model.verification.Given;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvidenceVerifierTest {
    private static final EvidenceVerifier VERIFIER = new EvidenceVerifier(SignedExamples.SCHEMAS);
    private static final Instant EXPORTED = NOW.plusSeconds(60);
    private static final String LISTS = "https://passports.example/operators/sakura-cells/status/0123456789ab/";
    private static final int FIRST = 17;
    private static final int SECOND = 4711;

    private final SignedExamples sakura = SignedExamples.bySakura();

    @Test
    void a_package_with_a_superseded_and_a_current_version_holds() {
        EvidenceVerification found = verified(archive());
        assertEquals(List.of(), found.faults());
        assertEquals(Result.PASSED, found.outcome(), found::toString);
        assertEquals(2, found.records().size());
    }

    @Test
    void the_same_content_is_the_same_archive() {
        SortedMap<String, byte[]> entries = Zips.entries(archive());
        SignedEvidence same = new SignedEvidence(entries, new TreeSet<>());
        assertArrayEquals(Zips.of(same, Map.of()), Zips.of(same, Map.of()));
    }

    @Test
    void a_byte_of_any_entry_that_was_changed_is_found_and_the_entry_named() {
        SortedMap<String, byte[]> good = Zips.entries(archive());
        for (String name : good.keySet()) {
            if (name.equals("index.json")) {
                continue; // may not be readable then: asked below
            }
            SortedMap<String, byte[]> changed = new TreeMap<>(good);
            byte[] content = good.get(name).clone();
            int place = name.endsWith("manifest.jws") ? content.length - 10 : content.length / 2;
            content[place] = (byte) (content[place] == 'A' ? 'B' : 'A');
            changed.put(name, content);
            String named = name.equals("manifest.jws") ? "manifest" : name;
            assertTrue(
                    verified(Zips.of(changed)).faults().stream().anyMatch(fault -> fault.contains(named)),
                    () -> name + " was changed and is not named");
        }
    }

    @Test
    void an_entry_that_was_added_or_removed_is_found() {
        SortedMap<String, byte[]> entries = Zips.entries(archive());
        entries.put("records/stray.sd-jwt", new byte[] {'x'});
        assertTrue(verified(Zips.of(entries))
                .faults()
                .contains("records/stray.sd-jwt is not in the manifest: it was added"));
        entries.remove("records/stray.sd-jwt");
        String list = entries.keySet().stream()
                .filter(name -> name.startsWith("status/"))
                .findFirst()
                .orElseThrow();
        entries.remove(list);
        assertTrue(verified(Zips.of(entries)).faults().contains(list + " is missing: the manifest has it"));
    }

    @Test
    void a_version_that_was_left_out_is_found_even_by_who_signs_the_manifest() {
        EvidenceWriter writer = new EvidenceWriter();
        writer.operator(operator(), sakura.published.didDocument());
        RecordToken first = version(1, null, FIRST);
        RecordToken second = version(2, first.sha256(), SECOND);
        writer.record(record(second), second.serialize());
        EvidenceVerification found = verified(signed(writer));
        assertTrue(found.faults().toString().contains("version 1 of record"), found::toString);
    }

    @Test
    void each_version_is_held_against_the_one_before_it() {
        RecordToken first = version(1, null, FIRST);
        RecordToken second = version(2, first.sha256(), SECOND);
        RecordToken stray = version(3, first.sha256(), SECOND);
        assertEquals(List.of(Result.NOT_APPLICABLE, Result.PASSED, Result.FAILED), previous(first, second, stray));
        RecordToken third = version(3, second.sha256(), SECOND);
        assertEquals(List.of(Result.NOT_APPLICABLE, Result.PASSED, Result.PASSED), previous(first, second, third));
    }

    @Test
    void an_older_version_that_was_revoked_fails_whichever_of_its_places_is_named_first() {
        List<StatusPurpose> purposes = new ArrayList<>(List.of(StatusPurpose.values()));
        for (int turn = 0; turn < 2; turn++) {
            RecordToken first = version(1, null, FIRST, purposes);
            RecordToken second = version(2, first.sha256(), SECOND, purposes);
            EvidenceWriter writer = new EvidenceWriter();
            writer.operator(operator(), sakura.published.didDocument());
            writer.record(record(first), first.serialize());
            writer.record(record(second), second.serialize());
            writer.statusList("sakura-cells", "0123456789ab-revocation", list(StatusPurpose.REVOCATION, FIRST));
            writer.statusList("sakura-cells", "0123456789ab-refresh", list(StatusPurpose.REFRESH, FIRST));
            assertEquals(Result.FAILED, verified(signed(writer)).outcome(), purposes::toString);
            Collections.reverse(purposes);
        }
    }

    @Test
    void records_that_were_signed_under_a_did_of_ones_own_have_their_status_told_by_who_keeps_the_list() {
        SignedExamples keeper = SignedExamples.by("did:web:passports.example:operators:sakura-cells");
        EvidenceWriter writer = signedUnderAnOwnDid(keeper);
        writer.statusList("sakura-cells", "0123456789ab-revocation", listBy(keeper, StatusPurpose.REVOCATION));
        writer.statusList("sakura-cells", "0123456789ab-refresh", listBy(keeper, StatusPurpose.REFRESH));
        EvidencePackage evidence = Zips.read(signed(writer));
        assertEquals(
                Result.PASSED,
                VERIFIER.verify(evidence, Given.keys(List.of(sakura.published, keeper.published), EXPORTED))
                        .outcome());
        EvidenceVerification open = VERIFIER.verify(evidence, Given.keys(List.of(keeper.published), EXPORTED));
        assertEquals(Result.INDETERMINATE, open.outcome(), open::toString);
        assertTrue(open.open().toString().contains(sakura.issuer.did()), open::toString);
    }

    @Test
    void a_list_that_nobody_may_sign_is_named_even_when_the_manifest_has_it() {
        SignedExamples keeper = SignedExamples.by("did:web:passports.example:operators:sakura-cells");
        EvidenceWriter writer = signedUnderAnOwnDid(keeper);
        writer.statusList(
                "sakura-cells",
                "0123456789ab-revocation",
                listBy(SignedExamples.by("did:web:passports.example:operators:fuji-packs"), StatusPurpose.REVOCATION));
        writer.statusList("sakura-cells", "0123456789ab-refresh", listBy(keeper, StatusPurpose.REFRESH) + "x");
        EvidenceVerification found = verified(signed(writer));
        assertEquals(2, found.faults().size(), found::toString);
        assertTrue(
                found.faults().get(0).startsWith("status/sakura-cells/0123456789ab-refresh.jwt is no list"),
                found::toString);
        assertTrue(found.faults().get(1).contains("said by did:web:passports.example:operators:fuji-packs"));
    }

    @Test
    void a_list_that_no_record_names_is_named() {
        EvidenceWriter writer = new EvidenceWriter();
        writer.operator(operator(), sakura.published.didDocument());
        writer.statusList("sakura-cells", "0123456789ab-refresh", list(StatusPurpose.REFRESH));
        assertEquals(
                List.of(
                        "status/sakura-cells/0123456789ab-refresh.jwt is no list to be believed: no record of the package names "
                                + LISTS + "refresh"),
                verified(signed(writer)).faults());
    }

    @Test
    void what_is_revoked_in_the_index_alone_is_named() {
        RecordToken only = version(1, null, FIRST);
        EvidenceWriter writer = new EvidenceWriter();
        writer.operator(operator(), sakura.published.didDocument());
        EvidenceRecord said = record(only);
        writer.record(
                new EvidenceRecord(
                        said.recordId(),
                        1,
                        said.operator(),
                        said.serviceProvider(),
                        null,
                        NOW.plusSeconds(5),
                        "Wrong."),
                only.serialize());
        writer.statusList("sakura-cells", "0123456789ab-revocation", list(StatusPurpose.REVOCATION));
        writer.statusList("sakura-cells", "0123456789ab-refresh", list(StatusPurpose.REFRESH));
        assertEquals(
                List.of(said.entry() + " is revoked in the index, and by no status list"),
                verified(signed(writer)).faults());
    }

    @Test
    void without_keys_of_ones_own_the_answer_stays_open() {
        EvidencePackage evidence = Zips.read(archive());
        EvidenceVerification found = VERIFIER.verify(evidence, Given.keys(List.of(), EXPORTED));
        assertEquals(List.of(), found.faults());
        assertEquals(Result.INDETERMINATE, found.outcome());
        SignedExamples impostor = SignedExamples.bySakura();
        assertEquals(
                Result.FAILED,
                VERIFIER.verify(evidence, Given.keys(List.of(impostor.published), EXPORTED))
                        .outcome());
    }

    @Test
    void what_is_no_package_is_refused() {
        byte[] good = archive();
        SortedMap<String, byte[]> noIndex = Zips.entries(good);
        noIndex.put("index.json", "{".getBytes(StandardCharsets.US_ASCII));
        SortedMap<String, byte[]> climbing = Zips.entries(good);
        climbing.put("../../etc/passwd", new byte[0]);
        for (byte[] bad : List.of(
                new byte[0],
                "PK".getBytes(StandardCharsets.US_ASCII),
                Arrays.copyOf(good, 200),
                Zips.of(noIndex),
                Zips.of(climbing),
                Zips.of(new TreeMap<>()))) {
            assertThrows(MalformedEvidence.class, () -> Zips.read(bad));
        }
    }

    private EvidenceWriter signedUnderAnOwnDid(SignedExamples keeper) {
        EvidenceOperator operator = new EvidenceOperator(
                "sakura-cells", keeper.issuer.did(), "Sakura Cells K.K.", "urn:x:sakura", List.of(sakura.issuer.did()));
        EvidenceWriter writer = new EvidenceWriter();
        writer.operator(operator, keeper.published.didDocument());
        writer.ownKeys(operator, sakura.issuer.did(), sakura.published.didDocument());
        RecordToken only = version(1, null, FIRST);
        writer.record(record(only), only.serialize());
        return writer;
    }

    private List<Result> previous(RecordToken... versions) {
        EvidenceWriter writer = new EvidenceWriter();
        writer.operator(operator(), sakura.published.didDocument());
        for (RecordToken each : versions) {
            writer.record(record(each), each.serialize());
        }
        return verified(signed(writer)).records().stream()
                .map(each -> each.verification()
                        .check("previous-version")
                        .orElseThrow()
                        .result())
                .toList();
    }

    private byte[] archive() {
        EvidenceWriter writer = new EvidenceWriter();
        writer.operator(operator(), sakura.published.didDocument());
        RecordToken first = version(1, null, FIRST);
        RecordToken second = version(2, first.sha256(), SECOND);
        writer.record(record(first), first.serialize());
        writer.record(record(second), second.serialize());
        writer.statusList("sakura-cells", "0123456789ab-revocation", list(StatusPurpose.REVOCATION));
        writer.statusList("sakura-cells", "0123456789ab-refresh", list(StatusPurpose.REFRESH, FIRST));
        return signed(writer);
    }

    private byte[] signed(EvidenceWriter writer) {
        SignedEvidence signed = writer.signed(
                        sakura.key.signer(),
                        sakura.issuer.did(),
                        "urn:x:y",
                        "https://provider.example",
                        "operator",
                        EXPORTED)
                .toCompletableFuture()
                .join();
        return Zips.of(signed, Map.of());
    }

    private RecordToken version(int version, @Nullable String previousSha256, int place) {
        return version(version, previousSha256, place, List.of(StatusPurpose.values()));
    }

    private RecordToken version(int version, @Nullable String previousSha256, int place, List<StatusPurpose> purposes) {
        return sakura.signed(
                RecordKind.BATTERY,
                Examples.of(RecordKind.BATTERY),
                version,
                previousSha256,
                NOW,
                purposes.stream()
                        .map(purpose -> new StatusEntry(purpose, URI.create(LISTS + purpose.label()), place))
                        .toList());
    }

    private String list(StatusPurpose purpose, int... set) {
        return listBy(sakura, purpose, set);
    }

    private static String listBy(SignedExamples signing, StatusPurpose purpose, int... set) {
        return new StatusListCredential(
                        URI.create(LISTS + purpose.label()),
                        signing.issuer.did(),
                        Set.of(purpose),
                        NOW,
                        NOW.plus(Duration.ofDays(1)),
                        StatusList.of(StatusList.SMALLEST, IntStream.of(set)))
                .sign(signing.key.signer())
                .toCompletableFuture()
                .join();
    }

    private EvidenceOperator operator() {
        return new EvidenceOperator("sakura-cells", sakura.issuer.did(), "Sakura Cells K.K.", "urn:x:sakura");
    }

    private static EvidenceRecord record(RecordToken token) {
        return new EvidenceRecord(
                token.header().id().toString(),
                token.header().version(),
                "sakura-cells",
                "https://provider.example",
                null,
                null,
                null);
    }

    private EvidenceVerification verified(byte[] archive) {
        List<PublishedKeys> keys = List.of(sakura.published);
        return VERIFIER.verify(Zips.read(archive), Given.keys(keys, EXPORTED));
    }
}
