package dev.denchi.model.format;

import dev.denchi.model.passport.SupplierDueDiligence;
import dev.denchi.model.passport.SupplierDueDiligence.Assessed;
import dev.denchi.model.passport.SupplierDueDiligence.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a supplier states of its due diligence. A row of several risk categories is as many risks. */
final class SupplierDueDiligenceReader {
    private static final Set<String> NEED_MEASURES = Set.of("MEDIUM", "HIGH");

    private SupplierDueDiligenceReader() {}

    static SupplierDueDiligence supplierDueDiligence(Fields fields) {
        return new SupplierDueDiligence(
                fields.identifier("/traceId", UUID::fromString),
                fields.date("/assessmentPeriod/from"),
                fields.date("/assessmentPeriod/to"),
                fields.each("/rawMaterials", Fields::text),
                assessed(fields),
                measured(fields),
                ids(fields, "/consignments"),
                ids(fields, "/consignmentOrigins"));
    }

    private static List<Assessed> assessed(Fields fields) {
        List<Assessed> assessed = new ArrayList<>();
        for (int row = 0; row < fields.size("/riskAssessment"); row++) {
            String at = "/riskAssessment/" + row;
            String risk = fields.text(at + "/risk");
            boolean needsMeasure = risk != null && NEED_MEASURES.contains(risk);
            for (Risk each : risks(fields, at)) {
                assessed.add(new Assessed(row, each, needsMeasure));
            }
        }
        return assessed;
    }

    private static List<Risk> measured(Fields fields) {
        List<Risk> measured = new ArrayList<>();
        for (int row = 0; row < fields.size("/riskManagement"); row++) {
            measured.addAll(risks(fields, "/riskManagement/" + row));
        }
        return measured;
    }

    private static List<Risk> risks(Fields fields, String at) {
        @Nullable String material = fields.text(at + "/rawMaterial");
        return material == null
                ? List.of()
                : fields.each(at + "/riskCategories", Fields::text).stream()
                        .map(category -> new Risk(material, Objects.requireNonNull(category)))
                        .toList();
    }

    /** In the order of the document, so that a rule can name the place; one without a number is the schema's to tell. */
    private static List<String> ids(Fields fields, String list) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < fields.size(list); i++) {
            String id = fields.text(list + "/" + i + "/consignmentId");
            ids.add(id == null ? "" : id);
        }
        return ids;
    }
}
