package dev.denchi.model.passport;

import static java.util.Objects.requireNonNull;

import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.PassportIdentifier;
import dev.denchi.model.identifier.ProductIdentifier;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One battery as placed on the market (Article 77).
 *
 * @param modelOperator whose model it is of; {@code null} when it is the battery's own operator's
 * @param manufactured the month it was made in
 * @param manufacturedOn the day, where it is known
 * @param status of the battery (Annex XIII, point 4(c))
 * @param dppStatus of its passport (EN 18223); {@code null} is active
 */
public record Battery(
        @Nullable PassportIdentifier passport,
        @Nullable ProductIdentifier product,
        @Nullable String serialNumber,
        @Nullable ModelId modelId,
        @Nullable OperatorId modelOperator,
        @Nullable FacilityIdentifier facility,
        @Nullable YearMonth manufactured,
        @Nullable LocalDate manufacturedOn,
        @Nullable LocalDate placedOnMarket,
        @Nullable LocalDate putIntoService,
        @Nullable LocalDate expires,
        @Nullable String status,
        @Nullable String dppStatus,
        List<PassportIdentifier> predecessors)
        implements ModelStatement {
    public static final String MARKED_FOR_DELETION = "marked-for-deletion";

    /** Whose model, footprint and recycled content its passport is built on. */
    public OperatorId modelOwner(OperatorId operator) {
        return modelOperator == null ? operator : modelOperator;
    }

    /** Whether this is the last version of its passport. */
    public boolean isMarkedForDeletion() {
        return MARKED_FOR_DELETION.equals(dppStatus);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.BATTERY;
    }

    @Override
    public Subject subject(OperatorId operator) {
        return Subject.passport(requireNonNull(passport));
    }
}
