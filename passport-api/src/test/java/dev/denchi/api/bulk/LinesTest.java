package dev.denchi.api.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.denchi.api.ingest.Submission;
import dev.denchi.api.problem.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final String FILE = "\uFEFF{\"ä\":1}\r\n\n{\"b\":2}\n\r\nlast";

    @Test
    void reads_the_same_lines_wherever_the_bytes_are_parted() {
        byte[] bytes = FILE.getBytes(StandardCharsets.UTF_8);
        for (int size = 1; size <= bytes.length; size++) {
            assertEquals(List.of("1 {\"ä\":1}", "3 {\"b\":2}", "5 last"), told(read(bytes, size)), "parts of " + size);
        }
    }

    @Test
    void takes_a_line_that_just_fits_and_says_how_long_a_longer_one_is() {
        byte[] fits = line(Submission.LARGEST_BODY, "\r\n");
        byte[] longer = line(Submission.LARGEST_BODY + 7, "\r\n");

        assertEquals(
                List.of(false), read(fits, 8192).stream().map(Line::tooLong).toList());
        assertEquals(
                List.of(true), read(longer, 8192).stream().map(Line::tooLong).toList());
        assertEquals(Submission.LARGEST_BODY, read(fits, 8192).get(0).length());
    }

    @Test
    void holds_no_more_of_a_line_than_may_be_kept() {
        Line line = read(line(10 * Submission.LARGEST_BODY, "\n"), 1 << 16).get(0);

        assertEquals(10L * Submission.LARGEST_BODY, line.length());
        assertEquals(Submission.LARGEST_BODY + 1, line.bytes().length);
    }

    @Test
    void gives_up_a_line_that_does_not_end() {
        byte[] endless = new byte[17 * Submission.LARGEST_BODY];
        assertThrows(Rejected.class, () -> read(endless, 1 << 16));
    }

    @Test
    void cuts_chunks_before_they_grow_large() {
        Lines lines = new Lines();
        byte[] large = line(100_000, "\n");
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            lines.add(large).forEach(chunk -> sizes.add(chunk.size()));
        }
        lines.add("x\n".repeat(130).getBytes(StandardCharsets.UTF_8)).forEach(chunk -> sizes.add(chunk.size()));
        lines.rest().forEach(chunk -> sizes.add(chunk.size()));

        assertEquals(List.of(3, 3, 64, 64, 2), sizes);
    }

    private static List<Line> read(byte[] bytes, int size) {
        Lines lines = new Lines();
        List<List<Line>> chunks = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += size) {
            chunks.addAll(lines.add(Arrays.copyOfRange(bytes, from, Math.min(from + size, bytes.length))));
        }
        chunks.addAll(lines.rest());
        return chunks.stream().flatMap(List::stream).toList();
    }

    private static List<String> told(List<Line> lines) {
        return lines.stream()
                .map(line -> line.number() + " " + new String(line.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] line(int length, String end) {
        byte[] line = Arrays.copyOf(new byte[0], length + end.length());
        Arrays.fill(line, (byte) ' ');
        System.arraycopy(end.getBytes(StandardCharsets.UTF_8), 0, line, length, end.length());
        return line;
    }
}
