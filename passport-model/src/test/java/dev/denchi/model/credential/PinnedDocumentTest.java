package dev.denchi.model.credential;

import static dev.denchi.model.credential.SignedExamples.POLICY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.access.Reader;
import dev.denchi.model.format.Examples;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.passport.RecordKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PinnedDocumentTest {
    private static final String DOCUMENT = "/$defs/document";

    private final SignedExamples sakura = SignedExamples.bySakura();

    @Test
    void a_token_tells_of_each_document_that_it_discloses_and_where_it_stands() {
        List<PinnedDocument> all = sakura.signed(RecordKind.BATTERY_MODEL).documents();

        assertEquals(
                Examples.of(RecordKind.BATTERY_MODEL).findValuesAsText("sha256").stream()
                        .sorted()
                        .toList(),
                all.stream().map(PinnedDocument::sha256).sorted().toList());
        PinnedDocument report = all.stream()
                .filter(document -> document.title().equals("Test report UN 38.3"))
                .findFirst()
                .orElseThrow();
        assertEquals("/conformity/resultOfTestReport", report.attribute());
        assertEquals("https://docs.sakura-cells.example/sc-nmc-77/tr-un383.pdf", report.url());
        assertEquals("application/pdf", report.mediaType());
        assertEquals("en", report.language());
    }

    @Test
    void a_cut_tells_of_no_document_of_an_attribute_that_was_cut_out() {
        RecordToken whole = sakura.signed(RecordKind.BATTERY_MODEL);
        List<PinnedDocument> shown = whole.cut(POLICY, Reader.inGroup("public")).documents();

        assertFalse(shown.isEmpty());
        assertTrue(shown.size() < whole.documents().size());
        assertTrue(shown.stream().noneMatch(document -> document.attribute().equals("/conformity/resultOfTestReport")));
    }

    @ParameterizedTest
    @EnumSource
    void kinds_that_are_said_to_point_at_no_document_cannot(RecordKind kind) throws IOException {
        assertEquals(reachesDocument(kind.label() + ".json", "", new HashSet<>()), kind.pointsAtDocuments());
    }

    private static boolean reachesDocument(String file, String pointer, Set<String> seen) throws IOException {
        return pointer.equals(DOCUMENT)
                || (seen.add(file + pointer)
                        && referenced(schema(file).at(pointer)).stream()
                                .anyMatch(reference -> reaches(file, reference, seen)));
    }

    private static boolean reaches(String file, String reference, Set<String> seen) {
        String[] parts = reference.split("#", -1);
        try {
            return reachesDocument(parts[0].isEmpty() ? file : parts[0], parts[1], seen);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it refers to itself: definitions beside it count only where something refers to them. */
    private static List<String> referenced(JsonNode schema) {
        JsonNode own = schema.deepCopy();
        if (own.isObject()) {
            ((ObjectNode) own).remove("$defs");
        }
        return own.findValuesAsText("$ref");
    }

    private static JsonNode schema(String file) throws IOException {
        try (InputStream in = PinnedDocumentTest.class.getResourceAsStream("/dev/denchi/contract/schemas/" + file)) {
            return StrictJson.read(Objects.requireNonNull(in, file).readAllBytes());
        }
    }
}
