package dev.denchi.model.passport;

import dev.denchi.model.identifier.ModelId;
import org.jspecify.annotations.Nullable;

/** A record that says something about a battery model, which must be known before. */
public sealed interface ModelStatement extends RecordContent
        permits CarbonFootprint, RecycledContent, DueDiligence, Battery, Condition {

    @Nullable
    ModelId modelId();
}
