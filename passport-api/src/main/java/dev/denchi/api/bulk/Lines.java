package dev.denchi.api.bulk;

import dev.denchi.api.ingest.Submission;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts what arrives into lines, and lines into chunks. It holds one chunk and the beginning of one line, however long the
 * upload is. Ends of lines are LF or CR LF; a byte order mark at the beginning and empty lines are passed over.
 */
final class Lines {
    private static final int MOST_LINES = 64;
    private static final int MOST_BYTES = 256 * 1024;
    private static final long LONGEST_UNENDED = 16L * Submission.LARGEST_BODY;
    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private long length;
    private long number = 1;
    private long last;
    private List<Line> chunk = new ArrayList<>();
    private int chunkBytes;

    /** The chunks that are full now. */
    List<List<Line>> add(byte[] bytes) {
        List<List<Line>> full = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                take(bytes, from, i);
                endLine();
                from = i + 1;
                if (chunk.size() >= MOST_LINES || chunkBytes >= MOST_BYTES) {
                    full.add(cut());
                }
            }
        }
        take(bytes, from, bytes.length);
        return full;
    }

    /** What is left at the end of the upload; its last line need not be ended. */
    List<List<Line>> rest() {
        endLine();
        return chunk.isEmpty() ? List.of() : List.of(cut());
    }

    /** The number of the last line that is not empty, of those read so far. */
    long last() {
        return last;
    }

    private void take(byte[] bytes, int from, int to) {
        length += to - from;
        if (length > LONGEST_UNENDED) {
            throw Rejected.because(
                    ProblemType.BODY_TOO_LARGE,
                    "line " + number + " has no end in " + LONGEST_UNENDED + " bytes; a line may have "
                            + Submission.LARGEST_BODY);
        }
        int room = Submission.LARGEST_BODY + 1 - begun.size(); // one more for the CR of a line that just fits
        begun.write(bytes, from, Math.min(to - from, room));
    }

    private void endLine() {
        Line line = line();
        if (line.length() > 0) {
            last = number;
            chunk.add(line);
            chunkBytes += line.bytes().length;
        }
        begun.reset();
        length = 0;
        number++;
    }

    private Line line() {
        byte[] bytes = begun.toByteArray();
        int from = number == 1 && startsWithByteOrderMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        boolean whole = bytes.length == length;
        int to = whole && bytes.length > from && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        return new Line(number, Arrays.copyOfRange(bytes, from, to), length - from - (bytes.length - to));
    }

    private static boolean startsWithByteOrderMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private List<Line> cut() {
        List<Line> cut = chunk;
        chunk = new ArrayList<>();
        chunkBytes = 0;
        return cut;
    }
}
