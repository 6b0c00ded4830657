package dev.denchi.api.store.lot;

import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.identifier.OperatorId;

/** A signed statement on lots, and what it does to them. */
public record SignedStatement(RecordToken token, OperatorId operator, LotChange change) {}
