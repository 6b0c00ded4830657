package dev.denchi.model.lot;

import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.identifier.OperatorId;

/** Who has a lot, and where. */
public record Party(OperatorId operator, FacilityIdentifier facility) {}
