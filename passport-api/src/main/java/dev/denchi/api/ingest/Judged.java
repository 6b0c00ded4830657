package dev.denchi.api.ingest;

import dev.denchi.api.store.lot.LotChange;
import dev.denchi.model.format.RecordDraft;
import org.jspecify.annotations.Nullable;

/**
 * A draft that breaks nothing.
 *
 * @param lots what it does to material lots, {@code null} when it speaks of none
 */
record Judged(RecordDraft draft, @Nullable LotChange lots) {}
