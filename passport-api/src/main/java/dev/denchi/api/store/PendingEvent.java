package dev.denchi.api.store;

/**
 * An event that waits in the outbox.
 *
 * @param position its place in the order of writing
 * @param kind the kind of record it tells about
 * @param subject what that record speaks about
 */
public record PendingEvent(long position, String id, String type, String kind, String subject, byte[] payload) {}
