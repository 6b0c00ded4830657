package dev.denchi.api.store.lineage;

import dev.denchi.model.identifier.RecordId;
import java.util.Map;

/**
 * A part of the lineage: lots, and the transformations that made them. It names every operator in it; nothing of it may be shown unmasked.
 */
public record Chain(Map<RecordId, StatedLot> lots, Map<RecordId, StatedStep> steps) {}
