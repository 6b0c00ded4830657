package dev.denchi.api.bulk;

import dev.denchi.api.ingest.Submission;

/**
 * A line of an upload, without its end.
 *
 * @param number in the file, from 1
 * @param bytes all of it, or its beginning when it is too long
 * @param length how many bytes it has
 */
record Line(long number, byte[] bytes, long length) {

    boolean tooLong() {
        return length > Submission.LARGEST_BODY;
    }
}
