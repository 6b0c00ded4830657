package dev.denchi.model.exchange;

/**
 * What did not travel, or could not be filled, and why.
 *
 * @param part the kind of record or the document
 * @param pointer JSON Pointer in it
 */
public record Note(String part, String pointer, String reason) {}
