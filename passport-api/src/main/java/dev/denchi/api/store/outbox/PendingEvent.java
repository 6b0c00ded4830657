package dev.denchi.api.store.outbox;

import org.jspecify.annotations.Nullable;

/**
 * An event that waits in the outbox.
 *
 * @param position its place in the order of writing
 * @param kind the kind of record it tells about
 * @param subject what that record speaks about
 * @param addressee the operator that it is for, {@code null} when it is for everybody
 */
public record PendingEvent(
        long position,
        String id,
        String type,
        String kind,
        String subject,
        byte[] payload,
        @Nullable String addressee) {}
