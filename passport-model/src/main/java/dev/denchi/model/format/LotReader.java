package dev.denchi.model.format;

import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.TransformationId;
import dev.denchi.model.lot.CustodyModel;
import dev.denchi.model.lot.Element;
import dev.denchi.model.lot.ElementMass;
import dev.denchi.model.lot.Evidence;
import dev.denchi.model.lot.Material;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.MaterialLot.Assay;
import dev.denchi.model.lot.MaterialLot.WasteOrigin;
import dev.denchi.model.lot.WasteClass;
import dev.denchi.model.quantity.Mass;
import dev.denchi.model.quantity.Quantity;
import dev.denchi.model.quantity.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a material lot whole, or not at all: a balance of the readable half would be wrong. */
final class LotReader {
    private LotReader() {}

    static @Nullable MaterialLot lot(Fields fields) {
        LotId id = fields.identifier("/lotId", LotId::parse);
        TransformationId madeBy = fields.identifier("/transformationId", TransformationId::parse);
        Material material = fields.named("/material", Material.class);
        FacilityIdentifier facility = fields.facility("/facility");
        Mass mass = fields.mass("/mass");
        LocalDate producedOn = fields.date("/productionDate");
        WasteClass waste = fields.named("/wasteOrigin/wasteClass", WasteClass.class);
        CustodyModel custody = fields.named("/custodyModel", CustodyModel.class);
        List<ElementMass> elements = fields.each("/elements", LotReader::element);
        List<Assay> assays = fields.each("/assays", LotReader::assay);
        boolean isWhole = (madeBy != null || !fields.has("/transformationId"))
                && (waste != null || !fields.has("/wasteOrigin"))
                && elements.size() == fields.size("/elements")
                && assays.size() == fields.size("/assays");
        if (!isWhole
                || id == null
                || material == null
                || facility == null
                || mass == null
                || producedOn == null
                || custody == null) {
            return null;
        }
        WasteOrigin origin = waste == null ? null : new WasteOrigin(waste, fields.text("/wasteOrigin/wasteCode"));
        List<Evidence> evidence = evidence(fields, "/evidence");
        return new MaterialLot(
                id, material, facility, mass, producedOn, madeBy, origin, elements, assays, custody, evidence);
    }

    /** The documents that can be told apart; one that cannot backs nothing. */
    static List<Evidence> evidence(Fields fields, String pointer) {
        return fields.each(pointer, LotReader::document);
    }

    private static @Nullable Evidence document(Fields fields, String at) {
        Evidence.Type type = fields.named(at + "/type", Evidence.Type.class);
        String sha256 = fields.text(at + "/document/sha256");
        return type == null || sha256 == null ? null : new Evidence(type, sha256);
    }

    static @Nullable Element elementAt(Fields fields, String pointer) {
        return Optional.ofNullable(fields.text(pointer))
                .flatMap(Element::ofLabel)
                .orElse(null);
    }

    private static @Nullable ElementMass element(Fields fields, String at) {
        Element element = elementAt(fields, at + "/element");
        Mass total = fields.mass(at + "/total");
        Mass preConsumer = massOr(Mass.ZERO, fields, at + "/preConsumer");
        Mass postConsumer = massOr(Mass.ZERO, fields, at + "/postConsumer");
        if (element == null || total == null || preConsumer == null || postConsumer == null) {
            return null;
        }
        ElementMass rest = ElementMass.of(element, total, preConsumer, postConsumer);
        Mass primary = massOr(rest.primary(), fields, at + "/primary");
        return primary == null ? null : new ElementMass(element, total, preConsumer, postConsumer, primary);
    }

    private static @Nullable Mass massOr(Mass absent, Fields fields, String pointer) {
        return fields.has(pointer) ? fields.mass(pointer) : absent;
    }

    private static @Nullable Assay assay(Fields fields, String at) {
        Element element = elementAt(fields, at + "/element");
        Quantity massFraction = fields.quantity(at + "/massFraction", Unit.PERCENT);
        Quantity uncertainty = fields.quantity(at + "/uncertainty", Unit.PERCENT);
        return element == null || massFraction == null || uncertainty == null
                ? null
                : new Assay(element, massFraction, uncertainty);
    }
}
