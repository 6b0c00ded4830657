package dev.denchi.api.store.outbox;

/**
 * An event to be published.
 *
 * @param id stable: consumers drop repeats by it
 * @param subject what it is about: the record's own subject, unless that would name somebody
 */
public record NewEvent(String id, String type, String subject, byte[] payload) {}
