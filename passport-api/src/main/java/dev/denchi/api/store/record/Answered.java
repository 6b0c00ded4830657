package dev.denchi.api.store.record;

import dev.denchi.model.identifier.RecordId;

/** A request that was answered before: its hash, and the version it made. */
public record Answered(String requestSha256, RecordId id, int version) {}
