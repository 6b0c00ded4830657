package dev.denchi.api.store.operator;

/**
 * An operator elsewhere.
 *
 * @param didDocument its keys as the package that brought it has them
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
public record ForeignOperator(Operator operator, String did, byte[] didDocument) {}
