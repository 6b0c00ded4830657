package dev.denchi.api.store.operator;

import java.util.Map;

/**
 * An operator elsewhere.
 *
 * @param didDocument its keys as the package that brought it has them
 * @param ownDocuments those under DIDs of its own, by DID
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
public record ForeignOperator(Operator operator, String did, byte[] didDocument, Map<String, byte[]> ownDocuments) {}
