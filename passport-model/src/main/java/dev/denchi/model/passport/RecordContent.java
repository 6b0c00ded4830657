package dev.denchi.model.passport;

import dev.denchi.model.identifier.OperatorId;

/**
 * What a record says, as far as rules and identity need it. A part that was missing or unreadable is {@code null}, so that
 * the rules can speak about the rest: every fault is told at once.
 */
public sealed interface RecordContent permits BatteryModel, ModelStatement, LotStatement, SupplierDueDiligence {

    RecordKind kind();

    /** What it speaks about, when it broke no rule. */
    Subject subject(OperatorId operator);
}
