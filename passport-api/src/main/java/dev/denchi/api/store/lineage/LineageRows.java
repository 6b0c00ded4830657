package dev.denchi.api.store.lineage;

import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.identifier.TransformationId;
import dev.denchi.model.lot.CustodyModel;
import dev.denchi.model.lot.Element;
import dev.denchi.model.lot.ElementMass;
import dev.denchi.model.lot.Evidence;
import dev.denchi.model.lot.Material;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.MaterialLot.Assay;
import dev.denchi.model.lot.MaterialLot.WasteOrigin;
import dev.denchi.model.lot.Transformation;
import dev.denchi.model.lot.WasteClass;
import dev.denchi.model.quantity.Mass;
import dev.denchi.model.quantity.Quantity;
import dev.denchi.model.quantity.Unit;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.sqlclient.data.Numeric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of lots and transformations as what they state. */
public final class LineageRows {
    private LineageRows() {}

    public static StatedLot lot(Row row) {
        MaterialLot lot = new MaterialLot(
                new LotId(new OperatorId(row.getString("operator_id")), row.getString("number")),
                Material.valueOf(row.getString("material")),
                facility(row),
                new Mass(row.getLong("mass_mg")),
                row.getLocalDate("produced_on"),
                madeBy(row),
                waste(row),
                elements(row),
                assays(row),
                CustodyModel.valueOf(row.getString("custody_model")),
                evidence(row));
        return new StatedLot(
                new RecordId(row.getUUID("record_id")),
                row.getInteger("version"),
                row.getString("sha256"),
                lot,
                id(row.getUUID("made_in")));
    }

    static StatedStep step(Row row) {
        return new StatedStep(
                new RecordId(row.getUUID("record_id")),
                row.getInteger("version"),
                row.getString("sha256"),
                new TransformationId(new OperatorId(row.getString("operator_id")), row.getString("number")),
                Transformation.Type.valueOf(row.getString("type")),
                facility(row),
                row.getLocalDate("begun_on"),
                row.getLocalDate("ended_on"),
                CustodyModel.valueOf(row.getString("custody_model")),
                evidence(row),
                inputs(row),
                Stream.of(row.getArrayOfUUIDs("outputs")).map(RecordId::new).toList());
    }

    private static FacilityIdentifier facility(Row row) {
        return new FacilityIdentifier(row.getString("facility_scheme"), row.getString("facility_value"));
    }

    private static @Nullable RecordId id(@Nullable UUID uuid) {
        return uuid == null ? null : new RecordId(uuid);
    }

    private static @Nullable TransformationId madeBy(Row row) {
        String name = row.getString("made_by");
        return name == null ? null : TransformationId.parse(name);
    }

    private static @Nullable WasteOrigin waste(Row row) {
        String wasteClass = row.getString("waste_class");
        return wasteClass == null ? null : new WasteOrigin(WasteClass.valueOf(wasteClass), row.getString("waste_code"));
    }

    private static List<ElementMass> elements(Row row) {
        String[] elements = row.getArrayOfStrings("elements");
        Long[] total = row.getArrayOfLongs("total_mg");
        Long[] pre = row.getArrayOfLongs("pre_consumer_mg");
        Long[] post = row.getArrayOfLongs("post_consumer_mg");
        List<ElementMass> masses = new ArrayList<>(elements.length);
        for (int i = 0; i < elements.length; i++) {
            Element element = Element.valueOf(elements[i]);
            masses.add(ElementMass.of(element, new Mass(total[i]), new Mass(pre[i]), new Mass(post[i])));
        }
        return masses;
    }

    private static List<Assay> assays(Row row) {
        String[] elements = row.getArrayOfStrings("assayed");
        Numeric[] percent = row.getArrayOfNumerics("assay_percent");
        Numeric[] uncertainty = row.getArrayOfNumerics("assay_uncertainty");
        List<Assay> assays = new ArrayList<>(elements.length);
        for (int i = 0; i < elements.length; i++) {
            assays.add(new Assay(Element.valueOf(elements[i]), percent(percent[i]), percent(uncertainty[i])));
        }
        return assays;
    }

    private static Quantity percent(Numeric value) {
        return new Quantity(Objects.requireNonNull(value.bigDecimalValue()), Unit.PERCENT);
    }

    private static List<Evidence> evidence(Row row) {
        String[] types = row.getArrayOfStrings("evidence");
        String[] hashes = row.getArrayOfStrings("evidence_sha256");
        List<Evidence> evidence = new ArrayList<>(types.length);
        for (int i = 0; i < types.length; i++) {
            evidence.add(new Evidence(Evidence.Type.valueOf(types[i]), hashes[i]));
        }
        return evidence;
    }

    private static Map<RecordId, Mass> inputs(Row row) {
        UUID[] lots = row.getArrayOfUUIDs("inputs");
        Long[] masses = row.getArrayOfLongs("input_mg");
        Map<RecordId, Mass> inputs = new LinkedHashMap<>();
        for (int i = 0; i < lots.length; i++) {
            inputs.put(new RecordId(lots[i]), new Mass(masses[i]));
        }
        return inputs;
    }
}
