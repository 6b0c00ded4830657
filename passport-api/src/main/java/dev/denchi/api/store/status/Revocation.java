package dev.denchi.api.store.status;

import java.time.Instant;

/**
 * That an operator stands by a version of its record no more.
 *
 * @param reason in its own words, for everybody
 */
public record Revocation(int version, Instant at, String reason) {}
