package dev.denchi.model.lot;

import dev.denchi.model.identifier.LotId;
import dev.denchi.model.quantity.Mass;

/** So much taken of a lot. */
public record Draw(LotId lot, Mass mass) {}
