package dev.denchi.api.store.record;

import dev.denchi.api.store.audit.Submitter;
import dev.denchi.model.identifier.OperatorId;

/**
 * Who is what to a version of a record, as of the day it was kept. Not part of what its operator signed.
 *
 * @param submittedBy who sent it in
 * @param responsibleOperator whose record it is
 * @param serviceProvider who ran this service, by an identifier
 */
public record Roles(Submitter submittedBy, OperatorId responsibleOperator, String serviceProvider) {}
