package dev.denchi.api.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** How large the directory of an archive says it is, before anybody reads it whole into memory. */
final class ArchiveDirectory {
    /** Of some tens of thousands of names. */
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    private static final int END_SIGNATURE = 0x06054b50; // APPNOTE 4.3.16
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int SIZE_OF_DIRECTORY = 12;

    private ArchiveDirectory() {}

    /**
     * Looks at everything that may be the end record: which of them a reader believes is the reader's. A directory of ZIP64 is told there
     * as too large.
     *
     * @throws Mistyped when one tells of a directory that is too large
     */
    static void requireSmall(Path path) throws IOException {
        ByteBuffer end = end(path);
        for (int at = 0; at + END_BYTES <= end.limit(); at++) {
            if (end.getInt(at) == END_SIGNATURE
                    && Integer.toUnsignedLong(end.getInt(at + SIZE_OF_DIRECTORY)) > MOST_BYTES) {
                throw new Mistyped("the archive's directory has more than " + MOST_BYTES + " bytes");
            }
        }
    }

    private static ByteBuffer end(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            int length = (int) Math.min(file.size(), END_BYTES + LONGEST_COMMENT);
            ByteBuffer end = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            long from = file.size() - length;
            while (end.hasRemaining() && file.read(end, from + end.position()) >= 0) {
                // until it is full
            }
            return end.flip();
        }
    }
}
