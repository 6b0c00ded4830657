package dev.denchi.model.passport;

import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.PassportIdentifier;
import dev.denchi.model.lot.LotEvent;
import java.util.UUID;

/**
 * What a record speaks about, as a URN. One subject has one record, in as many versions as were said.
 *
 * <p>Everything but a battery is named within its operator, so that two makers may call a model by the same name.
 */
public record Subject(String value) {
    private static final String DUE_DILIGENCE = "urn:denchi:due-diligence:";

    public static Subject model(OperatorId operator, ModelId model) {
        return new Subject("urn:denchi:model:" + operator + ":" + model);
    }

    public static Subject carbonFootprint(OperatorId operator, ModelId model, FacilityIdentifier plant) {
        return new Subject("urn:denchi:carbon-footprint:" + operator + ":" + model + ":" + plant);
    }

    public static Subject recycledContent(OperatorId operator, ModelId model, FacilityIdentifier plant, int year) {
        return new Subject("urn:denchi:recycled-content:" + operator + ":" + model + ":" + plant + ":" + year);
    }

    public static Subject dueDiligence(OperatorId operator) {
        return new Subject(DUE_DILIGENCE + operator);
    }

    public static Subject dueDiligence(OperatorId operator, ModelId model) {
        return new Subject(DUE_DILIGENCE + operator + ":" + model);
    }

    /** Of a part that the operator supplies (Ouranos {@code traceId}). */
    public static Subject supplierDueDiligence(OperatorId operator, UUID part) {
        return new Subject("urn:denchi:supplier-due-diligence:" + operator + ":" + part);
    }

    public boolean isDueDiligence() {
        return value.startsWith(DUE_DILIGENCE);
    }

    /** Of a lot, a transformation, a giver's or a receiver's word on a transfer. */
    public static Subject of(LotEvent event) {
        return new Subject("urn:denchi:" + event.key());
    }

    public static Subject lot(LotId lot) {
        return new Subject("urn:denchi:lot:" + lot);
    }

    public static Subject passport(PassportIdentifier passport) {
        return new Subject(passport.toString());
    }

    /** Within the battery's operator: a passport shows the condition that its own operator tells, nobody else's. */
    public static Subject condition(OperatorId operator, PassportIdentifier passport) {
        return new Subject("urn:denchi:condition:" + operator + ":" + passport);
    }

    public boolean isPassport() {
        return value.startsWith("urn:uuid:");
    }

    @Override
    public String toString() {
        return value;
    }
}
