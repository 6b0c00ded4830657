package dev.denchi.api.store.upload;

import dev.denchi.model.identifier.OperatorId;
import java.time.Instant;
import java.util.UUID;

/**
 * A foreign document as it came in.
 *
 * @param operator whose it is; nobody else sees it
 * @param bytes exactly as sent
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
public record ImportedDocument(UUID id, OperatorId operator, String format, byte[] bytes, Instant receivedAt) {}
