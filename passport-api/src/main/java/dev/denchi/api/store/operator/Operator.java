package dev.denchi.api.store.operator;

import dev.denchi.model.identifier.OperatorId;

/**
 * An economic operator that this service keeps records for.
 *
 * @param economicOperatorId the identifier that readers see, such as a GLN as GS1 Digital Link
 */
public record Operator(OperatorId id, String name, String economicOperatorId) {}
