package dev.denchi.api.ouranos.certificate;

import io.smallrye.mutiny.Multi;

/**
 * A body that comes in pieces, each asked for when the one before it is gone.
 *
 * @param length of all of them, in bytes
 */
record Pieces(long length, Multi<byte[]> bytes) {}
