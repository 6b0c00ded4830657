package dev.denchi.api.bulk;

import dev.denchi.api.ingest.Submission;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.upload.BulkUpload;
import org.jspecify.annotations.Nullable;

/**
 * A line that wants to be a record.
 *
 * @param submission {@code null} when it was refused before it came so far
 */
record Entry(
        long line,
        @Nullable Submission submission,
        @Nullable Rejected refusal) {

    static Entry of(BulkUpload upload, Submitter submitter, Line line, byte[] document) {
        return new Entry(line.number(), Submission.line(submitter, upload.kind(), upload.id(), document), null);
    }

    static Entry refused(Line line, Rejected refusal) {
        return new Entry(line.number(), null, refusal);
    }
}
