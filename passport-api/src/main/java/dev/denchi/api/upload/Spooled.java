package dev.denchi.api.upload;

import java.nio.file.Path;

/**
 * An upload that arrived as a whole.
 *
 * @param path where it is, for as long as the work with it takes
 * @param size in bytes
 * @param sha256 of all bytes, in hexadecimal
 */
public record Spooled(Path path, long size, String sha256) {}
