package dev.denchi.model.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.identifier.Gtin;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.PassportIdentifier;
import dev.denchi.model.identifier.ProductIdentifier;
import dev.denchi.model.passport.Battery;
import dev.denchi.model.passport.BatteryModel;
import dev.denchi.model.passport.BatteryModel.BatteryCategory;
import dev.denchi.model.passport.BatteryModel.Voltages;
import dev.denchi.model.passport.CarbonFootprint;
import dev.denchi.model.passport.DueDiligence;
import dev.denchi.model.passport.RecordContent;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.RecycledContent;
import dev.denchi.model.passport.Violation;
import dev.denchi.model.quantity.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of a record: JSON, schema, domain. */
public final class RecordReader {
    private final RecordSchemas schemas;

    public RecordReader(RecordSchemas schemas) {
        this.schemas = schemas;
    }

    /** @throws MalformedJson when the bytes are no JSON document; every other fault is noted in the draft */
    public RecordDraft read(RecordKind kind, byte[] bytes) {
        return read(kind, StrictJson.read(bytes));
    }

    public RecordDraft read(RecordKind kind, JsonNode document) {
        List<Violation> violations = new ArrayList<>(schemas.violations(kind, document));
        Fields fields = new Fields(document);
        RecordContent content = content(kind, fields);
        Set<String> told = violations.stream().map(Violation::pointer).collect(Collectors.toSet());
        fields.violations().stream()
                .filter(violation -> !told.contains(violation.pointer()))
                .forEach(violations::add);
        return new RecordDraft(document, content, List.copyOf(violations));
    }

    /** What a document says, as far as readable, without another look at its form. */
    public static RecordContent content(RecordKind kind, JsonNode document) {
        return content(kind, new Fields(document));
    }

    private static RecordContent content(RecordKind kind, Fields fields) {
        return switch (kind) {
            case BATTERY_MODEL -> batteryModel(fields);
            case CARBON_FOOTPRINT -> carbonFootprint(fields);
            case RECYCLED_CONTENT -> recycledContent(fields);
            case DUE_DILIGENCE ->
                new DueDiligence(fields.date("/reportingPeriod/from"), fields.date("/reportingPeriod/to"));
            case BATTERY -> battery(fields);
        };
    }

    private static BatteryModel batteryModel(Fields fields) {
        return new BatteryModel(
                modelId(fields),
                fields.identifier("/gtin", Gtin::new),
                category(fields.text("/batteryCategory")),
                fields.quantity("/batteryMass", Unit.KILOGRAM),
                fields.each("/composition/batteryMaterials", (each, at) -> each.quantity(at + "/mass", Unit.KILOGRAM)),
                fields.each(
                        "/composition/hazardousSubstances",
                        (each, at) -> each.quantity(at + "/massFraction", Unit.PERCENT)),
                new Voltages(
                        fields.quantity("/performance/minimumVoltage", Unit.VOLT),
                        fields.quantity("/performance/nominalVoltage", Unit.VOLT),
                        fields.quantity("/performance/maximumVoltage", Unit.VOLT)),
                fields.quantity("/performance/capacityThresholdForExhaustion", Unit.PERCENT),
                fields.quantity("/performance/temperatureRangeIdleState/minimum", Unit.DEGREE_CELSIUS),
                fields.quantity("/performance/temperatureRangeIdleState/maximum", Unit.DEGREE_CELSIUS));
    }

    private static CarbonFootprint carbonFootprint(Fields fields) {
        return new CarbonFootprint(
                modelId(fields),
                fields.facility("/facility"),
                fields.quantity("/batteryCarbonFootprint", Unit.KILOGRAM_CO2E_PER_KILOWATT_HOUR),
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
                                each.quantity(at + "/postConsumerShare", Unit.PERCENT))));
    }

    private static Battery battery(Fields fields) {
        return new Battery(
                fields.identifier("/batteryPassportIdentifier", PassportIdentifier::parse),
                fields.identifier("/productIdentifier", ProductIdentifier::parse),
                fields.text("/serialNumber"),
                modelId(fields),
                fields.facility("/facility"),
                fields.month("/manufacturingDate"),
                fields.date("/placedOnMarketDate"),
                fields.date("/puttingIntoService"),
                fields.text("/batteryStatus"),
                fields.each(
                        "/predecessors",
                        (each, at) -> each.identifier(at + "/batteryPassportIdentifier", PassportIdentifier::parse)));
    }

    private static @Nullable ModelId modelId(Fields fields) {
        return fields.identifier("/modelId", ModelId::new);
    }

    private static @Nullable BatteryCategory category(@Nullable String name) {
        return Arrays.stream(BatteryCategory.values())
                .filter(category -> category.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
