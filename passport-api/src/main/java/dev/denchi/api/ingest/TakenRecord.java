package dev.denchi.api.ingest;

import dev.denchi.model.credential.RecordToken;

/** A record that its operator signed itself, and that breaks nothing. */
record TakenRecord(RecordToken token, Judged judged) {}
