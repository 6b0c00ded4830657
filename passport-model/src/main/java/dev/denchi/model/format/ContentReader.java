package dev.denchi.model.format;

import dev.denchi.model.identifier.CasNumber;
import dev.denchi.model.identifier.Gln;
import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.PassportIdentifier;
import dev.denchi.model.identifier.ProductIdentifier;
import dev.denchi.model.lot.RecycledContentClaim.Consumption;
import dev.denchi.model.passport.Battery;
import dev.denchi.model.passport.CarbonFootprint;
import dev.denchi.model.passport.DueDiligence;
import dev.denchi.model.passport.LotStatement;
import dev.denchi.model.passport.RecordContent;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.RecycledContent;
import dev.denchi.model.quantity.Mass;
import dev.denchi.model.quantity.Unit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Takes out of a document what the rules and a record's identity need, as far as readable. */
final class ContentReader {
    private ContentReader() {}

    /** Reads every identifier that ends in a check digit, wherever it stands; what is wrong is noted in {@code fields}. */
    static void checkIdentifiers(Fields fields) {
        fields.withMember("casNumber").forEach(at -> fields.identifier(at + "/casNumber", CasNumber::new));
        fields.withMember("scheme").stream()
                .filter(at -> "GLN".equals(fields.text(at + "/scheme")))
                .forEach(at -> fields.identifier(at + "/value", Gln::new));
    }

    /** Reads the dates that no rule asks for: a month or a day that the calendar does not have is noted like the others. */
    static void checkDates(Fields fields) {
        fields.withMember("date").forEach(at -> fields.month(at + "/date"));
    }

    static RecordContent content(RecordKind kind, Fields fields) {
        return switch (kind) {
            case BATTERY_MODEL -> BatteryModelReader.batteryModel(fields);
            case CARBON_FOOTPRINT -> carbonFootprint(fields);
            case RECYCLED_CONTENT -> recycledContent(fields);
            case DUE_DILIGENCE ->
                new DueDiligence(
                        modelId(fields), fields.date("/reportingPeriod/from"), fields.date("/reportingPeriod/to"));
            case BATTERY -> battery(fields);
            case CONDITION -> ConditionReader.condition(fields);
            case LOT -> new LotStatement(kind, LotReader.lot(fields));
            case TRANSFORMATION -> new LotStatement(kind, TransformationReader.transformation(fields));
            case TRANSFER -> new LotStatement(kind, TransferReader.transfer(fields));
            case SUPPLIER_DUE_DILIGENCE -> SupplierDueDiligenceReader.supplierDueDiligence(fields);
        };
    }

    private static CarbonFootprint carbonFootprint(Fields fields) {
        return new CarbonFootprint(
                modelId(fields),
                fields.facility("/facility"),
                fields.quantity("/batteryCarbonFootprint", Unit.KILOGRAM_CO2E_PER_KILOWATT_HOUR),
                fields.quantity("/totalEnergyProvided", Unit.KILOWATT_HOUR),
                fields.quantity("/absoluteCarbonFootprint", Unit.KILOGRAM_CO2E),
                fields.each(
                        "/carbonFootprintPerLifecycleStage",
                        (each, at) -> new CarbonFootprint.Stage(
                                each.text(at + "/lifecycleStage"),
                                each.quantity(at + "/carbonFootprint", Unit.KILOGRAM_CO2E_PER_KILOWATT_HOUR))));
    }

    private static RecycledContent recycledContent(Fields fields) {
        return new RecycledContent(
                modelId(fields),
                fields.facility("/facility"),
                fields.integer("/year"),
                fields.each(
                        "/recycledContent",
                        (each, at) -> new RecycledContent.Share(
                                each.text(at + "/recycledMaterial"),
                                each.quantity(at + "/preConsumerShare", Unit.PERCENT),
                                each.quantity(at + "/postConsumerShare", Unit.PERCENT),
                                each.quantity(at + "/totalShare", Unit.PERCENT))),
                fields.each(
                        "/massInActiveMaterials",
                        (each, at) -> new RecycledContent.ElementMass(
                                each.text(at + "/element"), each.quantity(at + "/mass", Unit.KILOGRAM))),
                backing(fields));
    }

    private static RecycledContent.@Nullable Backing backing(Fields fields) {
        return fields.has("/massBalance")
                ? new RecycledContent.Backing(
                        fields.each("/massBalance/consumption", ContentReader::consumption),
                        LotReader.evidence(fields, "/massBalance/evidence"))
                : null;
    }

    private static @Nullable Consumption consumption(Fields fields, String at) {
        LotId lot = fields.identifier(at + "/lotId", LotId::parse);
        Mass mass = fields.mass(at + "/mass");
        LocalDate on = fields.date(at + "/consumedOn");
        return lot == null || mass == null || on == null ? null : new Consumption(lot, mass, on);
    }

    private static Battery battery(Fields fields) {
        return new Battery(
                fields.identifier("/batteryPassportIdentifier", PassportIdentifier::parse),
                fields.identifier("/productIdentifier", ProductIdentifier::parse),
                fields.text("/serialNumber"),
                modelId(fields),
                fields.identifier("/modelOperator", OperatorId::new),
                fields.facility("/facility"),
                fields.month("/manufacturingDate"),
                fields.day("/manufacturingDate"),
                fields.date("/placedOnMarketDate"),
                fields.date("/puttingIntoService"),
                fields.date("/expirationDate"),
                fields.text("/batteryStatus"),
                fields.text("/dppStatus"),
                fields.each(
                        "/predecessors",
                        (each, at) -> each.identifier(at + "/batteryPassportIdentifier", PassportIdentifier::parse)));
    }

    static @Nullable ModelId modelId(Fields fields) {
        return fields.identifier("/modelId", ModelId::new);
    }
}
