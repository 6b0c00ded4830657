package dev.denchi.model.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.StrictJson;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusEntryTest {
    private static final URI LIST = URI.create("https://passports.example/status/1");
    private static final String ENTRY = """
            {"type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"94567",
             "statusListCredential":"https://passports.example/status/1"}""";

    @Test
    void is_written_as_the_standard_has_it_and_read_again() {
        var entries = List.of(
                new StatusEntry(StatusPurpose.REVOCATION, LIST, 94567),
                new StatusEntry(StatusPurpose.REFRESH, LIST, 0));
        JsonNode json =
                StrictJson.toNode(entries.stream().map(StatusEntry::json).toList());
        assertEquals(StrictJson.read(ENTRY), json.get(0));
        assertEquals(entries, StatusEntry.read(json));
        assertEquals(entries.subList(0, 1), StatusEntry.read(StrictJson.read(ENTRY)));
        assertEquals(List.of(), StatusEntry.read(json.path("none")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "7",
                "null",
                "[\"https://passports.example/status/1\"]",
            })
    void refuses_what_is_no_entry(String json) {
        assertThrows(IllegalArgumentException.class, () -> StatusEntry.read(StrictJson.read(json)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"94567\" -> 94567",
                "94567 -> -1",
                "94567 -> 007",
                "94567 -> 99999999",
                "94567 -> 999999999999",
                "revocation -> suspension",
                "Entry\" -> Entry2\"",
                "https -> file",
                "status/1 -> status/1#list",
                "\"statusPurpose\" -> \"statusSize\":2,\"statusPurpose\"",
            })
    void refuses_what_could_not_be_checked(String change) {
        String[] words = change.split(" -> ");
        JsonNode json = StrictJson.read(ENTRY.replace(words[0], words[1]));
        assertThrows(IllegalArgumentException.class, () -> StatusEntry.read(json));
    }

    @Test
    void refuses_two_entries_of_one_purpose() {
        JsonNode json = StrictJson.read("[" + ENTRY + "," + ENTRY.replace("94567", "3") + "]");
        assertThrows(IllegalArgumentException.class, () -> StatusEntry.read(json));
    }
}
