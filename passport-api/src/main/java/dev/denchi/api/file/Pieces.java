package dev.denchi.api.file;

import io.smallrye.mutiny.Multi;

/**
 * A body that comes in pieces, each asked for when the one before it is gone.
 *
 * @param length of all of them, in bytes
 */
public record Pieces(long length, Multi<byte[]> bytes) {}
