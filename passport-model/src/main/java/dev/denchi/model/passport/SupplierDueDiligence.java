package dev.denchi.model.passport;

import static java.util.Objects.requireNonNull;

import dev.denchi.model.identifier.OperatorId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operator states to its customers about the due diligence behind one part (Articles 49 to 51), as far as readable.
 *
 * @param part the operator's part (Ouranos {@code traceId})
 * @param rawMaterials those of Annex X, point 1, that are in it
 * @param consignments the numbers of the consignments of raw materials, in their order
 * @param origins of which consignments it is said whom they came from, in their order
 */
public record SupplierDueDiligence(
        @Nullable UUID part,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<String> rawMaterials,
        List<Assessed> assessed,
        List<Risk> measured,
        List<String> consignments,
        List<String> origins)
        implements RecordContent {

    /** A raw material of Annex X, point 1, in a risk category of point 2. */
    public record Risk(String rawMaterial, String category) {
        @Override
        public String toString() {
            return rawMaterial + " in " + category;
        }
    }

    /**
     * What was found of a risk.
     *
     * @param row where it stands in the assessment
     * @param needsMeasure whether it is so high that something must be done about it
     */
    public record Assessed(int row, Risk risk, boolean needsMeasure) {}

    @Override
    public RecordKind kind() {
        return RecordKind.SUPPLIER_DUE_DILIGENCE;
    }

    @Override
    public Subject subject(OperatorId operator) {
        return Subject.supplierDueDiligence(operator, requireNonNull(part));
    }
}
