package dev.denchi.api.ingest;

import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.format.RecordDraft;
import dev.denchi.model.passport.Violation;
import java.util.List;

/**
 * A record that its operator signed itself, as it came.
 *
 * @param draft what it says, to be judged like any other
 * @param violations why the token is not to be believed; empty when it is
 */
record SignedRecord(RecordToken token, RecordDraft draft, List<Violation> violations) {}
