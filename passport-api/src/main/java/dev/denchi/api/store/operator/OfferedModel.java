package dev.denchi.api.store.operator;

import java.time.Instant;

/**
 * A battery model whose passports are on offer in the dataspace.
 *
 * @param operator whose passports; the model may be a supplier's
 */
public record OfferedModel(Operator operator, String modelId, String batteryCategory, Instant lastUpdated) {}
