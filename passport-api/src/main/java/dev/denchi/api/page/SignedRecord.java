package dev.denchi.api.page;

import dev.denchi.model.credential.RecordHeader;

/**
 * One of the signed records that a passport is made of, and where a stranger checks it.
 *
 * @param address where the record itself is read
 * @param keys where its issuer publishes his keys
 */
public record SignedRecord(RecordHeader header, String address, String keys) {}
