package dev.denchi.model.format;

import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.TransformationId;
import dev.denchi.model.lot.CustodyModel;
import dev.denchi.model.lot.Draw;
import dev.denchi.model.lot.Element;
import dev.denchi.model.lot.Transformation;
import dev.denchi.model.lot.Transformation.Loss;
import dev.denchi.model.quantity.Mass;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a transformation whole, or not at all. */
final class TransformationReader {
    private TransformationReader() {}

    static @Nullable Transformation transformation(Fields fields) {
        TransformationId id = fields.identifier("/transformationId", TransformationId::parse);
        Transformation.Type type = fields.named("/type", Transformation.Type.class);
        FacilityIdentifier facility = fields.facility("/facility");
        LocalDate from = fields.date("/period/from");
        LocalDate to = fields.date("/period/to");
        CustodyModel custody = fields.named("/custodyModel", CustodyModel.class);
        List<Draw> inputs = fields.each("/inputs", TransformationReader::draw);
        List<LotId> outputs = fields.each("/outputs", (each, at) -> each.identifier(at, LotId::parse));
        List<Mass> auxiliaries = fields.each("/auxiliaries", (each, at) -> each.mass(at + "/mass"));
        List<Loss> losses = fields.each("/losses", TransformationReader::loss);
        boolean isWhole = inputs.size() == fields.size("/inputs")
                && outputs.size() == fields.size("/outputs")
                && auxiliaries.size() == fields.size("/auxiliaries")
                && losses.size() == fields.size("/losses");
        if (!isWhole
                || id == null
                || type == null
                || facility == null
                || from == null
                || to == null
                || custody == null) {
            return null;
        }
        return new Transformation(
                id,
                type,
                facility,
                from,
                to,
                inputs,
                outputs,
                auxiliaries.stream().reduce(Mass.ZERO, Mass::plus),
                losses,
                custody,
                LotReader.evidence(fields, "/evidence"));
    }

    private static @Nullable Draw draw(Fields fields, String at) {
        LotId lot = fields.identifier(at + "/lotId", LotId::parse);
        Mass mass = fields.mass(at + "/mass");
        return lot == null || mass == null ? null : new Draw(lot, mass);
    }

    private static @Nullable Loss loss(Fields fields, String at) {
        String kind = fields.text(at + "/kind");
        Mass mass = fields.mass(at + "/mass");
        Map<Element, Mass> elements = new EnumMap<>(Element.class);
        for (int i = 0; i < fields.size(at + "/elements"); i++) {
            String each = at + "/elements/" + i;
            Element element = LotReader.elementAt(fields, each + "/element");
            Mass lost = fields.mass(each + "/mass");
            if (element == null || lost == null) {
                return null;
            }
            elements.merge(element, lost, Mass::plus);
        }
        return kind == null || mass == null ? null : new Loss(kind, mass, elements);
    }
}
