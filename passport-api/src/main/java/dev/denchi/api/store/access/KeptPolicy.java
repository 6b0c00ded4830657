package dev.denchi.api.store.access;

import java.time.Instant;

/**
 * An access policy that the service ran with.
 *
 * @param effectiveAt from when on
 * @param document the file as it was
 */
public record KeptPolicy(Instant effectiveAt, String version, String sha256, byte[] document) {}
