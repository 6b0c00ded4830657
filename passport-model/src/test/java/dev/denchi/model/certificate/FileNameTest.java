package dev.denchi.model.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.model.file.FileType;
import java.text.Normalizer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "B01_CFP.pdf",
                "B01のCFP証明書.PDF",
                "report v1.2 (final).xlsx",
                "Zertifikat für Zelle – 2026.docx",
                "2026.11.28.csv",
                "console.txt",
                "photo.JPeG"
            })
    void takes_what_people_call_their_files(String name) {
        assertEquals(name, new FileName(name).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../B01.pdf",
                "..\\B01.pdf",
                "/etc/B01.pdf",
                "C:B01.pdf",
                "a/b.pdf",
                "B01?.pdf",
                "B01*.pdf",
                "<b>.pdf",
                "B01|x.pdf",
                "\"B01\".pdf"
            })
    void refuses_parts_of_paths_and_what_is_no_name_somewhere(String name) {
        assertEquals(Optional.of("must not have any of / \\ : * ? \" < > |"), FileName.faultOf(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "B01\u0000.pdf",
                "B01\n.pdf",
                "B01\r\nSet-Cookie: a.pdf",
                "B01\u0085.pdf",
                "B01\u202Efdp.exe.pdf",
                "B01\u2066.pdf",
                "B01\u200B.pdf",
                "\uFEFFB01.pdf",
                "B01\u2028.pdf",
                "B01\uE000.pdf",
                "B01\uD800.pdf",
                "B01\u3164.pdf",
                "B01\u00AD.pdf"
            })
    void refuses_what_is_not_seen_or_turns_what_is(String name) {
        assertEquals(
                Optional.of("must not have control characters or characters that are not seen"),
                FileName.faultOf(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {".pdf", ".B01.pdf", "..pdf", " B01.pdf", "B01.pdf ", "\u3000B01.pdf"})
    void refuses_what_is_hidden_or_loses_its_ends(String name) {
        assertEquals(Optional.of("must not begin with a dot, nor begin or end with a space"), FileName.faultOf(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CON.pdf", "nul.txt", "com1.zip", "LPT9.csv", "aux.2026.pdf", "com¹.pdf", "con .pdf"})
    void refuses_what_systems_keep_for_devices(String name) {
        assertEquals(Optional.of("must not be a name that systems keep for devices"), FileName.faultOf(name));
    }

    @ParameterizedTest
    @CsvSource({"B01,''", "B01.,''", "B01.exe,exe", "B01.pdf.exe,exe", "B01.html,html", "B01.docm,docm", "B01.pdf.,''"})
    void refuses_other_types_than_those_that_were_published(String name, String extension) {
        assertEquals(Optional.of("the extension cannot be allowed '" + extension + "'"), FileName.faultOf(name));
    }

    @ParameterizedTest
    @CsvSource({"B01.exe.pdf,exe", "B01.HTML.txt,html", "B01.js .zip,js", "B01.svg.2026.png,svg", "B01.scr.v2.pdf,scr"})
    void refuses_an_extension_that_hides_another_which_would_be_run(String name, String hidden) {
        assertEquals(
                Optional.of("must not hide the extension '" + hidden + "' behind another"), FileName.faultOf(name));
    }

    @Test
    void is_as_long_as_was_published_and_counted_in_characters() {
        String longest = "\uD842\uDFB7".repeat(FileName.LONGEST - 4) + ".pdf";

        assertEquals(longest, new FileName(longest).value());
        assertEquals(Optional.of("the length must be between 1 and 100"), FileName.faultOf("a" + longest));
        assertEquals(Optional.of("the length must be between 1 and 100"), FileName.faultOf(""));
    }

    @Test
    void composes_what_some_systems_send_in_pieces() {
        String pieces = Normalizer.normalize("がプ.pdf", Normalizer.Form.NFD);

        assertTrue(pieces.length() > "がプ.pdf".length());
        assertEquals(new FileName("がプ.pdf"), new FileName(pieces));
    }

    @Test
    void knows_its_type() {
        assertEquals(FileType.JPEG, new FileName("a.JPG").type());
        assertEquals("image/jpeg", new FileName("a.jpeg").type().mediaType());
        assertThrows(IllegalArgumentException.class, () -> new FileName("a.exe"));
    }
}
