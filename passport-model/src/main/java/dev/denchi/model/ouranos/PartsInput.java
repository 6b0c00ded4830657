package dev.denchi.model.ouranos;

import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.AmountUnit;
import dev.denchi.model.part.Figure;
import dev.denchi.model.part.Part;
import dev.denchi.model.part.TraceId;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A {@code PartsModel} as it was sent: any of it may be missing. */
public record PartsInput(
        @Nullable String operatorId,
        @Nullable String traceId,
        @Nullable String plantId,
        @Nullable String partsName,
        @Nullable String supportPartsName,
        @Nullable Boolean terminatedFlag,
        @Nullable BigDecimal amountRequired,
        @Nullable String amountRequiredUnit,
        Part.Labels labels)
        implements Input {
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_UNIT = 20;
    private static final List<String> UNITS =
            Arrays.stream(AmountUnit.values()).map(AmountUnit::label).toList();

    /** What is wrong with it as a part that is made: its amount is nobody's to say. */
    @Override
    public Optional<String> faults() {
        Faults faults = common();
        faults.absent("amountRequired", amountRequired);
        return told(faults);
    }

    Optional<String> childFaults() {
        Faults faults = common();
        faults.present("amountRequired", amountRequired, "is required");
        faults.figure("amountRequired", amountRequired);
        faults.present("amountRequiredUnit", amountRequiredUnit, "is required");
        return told(faults);
    }

    private Faults common() {
        Faults faults = new Faults();
        faults.uuid("operatorId", operatorId);
        faults.uuidOrNull("traceId", traceId);
        faults.uuid("plantId", plantId);
        faults.text("partsName", partsName, LONGEST_NAME);
        faults.textOrNull("supportPartsName", supportPartsName, LONGEST_NAME);
        faults.present("terminatedFlag", terminatedFlag, Faults.BLANK);
        faults.length("amountRequiredUnit", amountRequiredUnit, 1, LONGEST_UNIT);
        faults.oneOf("amountRequiredUnit", amountRequiredUnit, UNITS);
        faults.textOrNull("partsLabelName", labels.label(), LONGEST_NAME);
        faults.textOrNull("partsAddInfo1", labels.info1(), LONGEST_NAME);
        faults.textOrNull("partsAddInfo2", labels.info2(), LONGEST_NAME);
        faults.textOrNull("partsAddInfo3", labels.info3(), LONGEST_NAME);
        return faults;
    }

    private static Optional<String> told(Faults faults) {
        return faults.areNone() ? Optional.empty() : Optional.of(faults.told());
    }

    /** Which trace it says it is; empty when it is to be found, or given, by what the part is. */
    public Optional<TraceId> trace() {
        return Optional.ofNullable(traceId).map(TraceId::of);
    }

    /** @param trace the identity it turned out to have; call it when there are no {@link #faults} */
    public Part toPart(TraceId trace, OperatorId owner) {
        return new Part(
                trace,
                owner,
                key(),
                Objects.requireNonNull(terminatedFlag),
                Optional.ofNullable(amountRequiredUnit)
                        .flatMap(AmountUnit::ofLabel)
                        .orElse(null),
                labels);
    }

    public Part.Key key() {
        return new Part.Key(
                UUID.fromString(Objects.requireNonNull(plantId)), Objects.requireNonNull(partsName), supportPartsName);
    }

    /** Of a child; call it when there are no faults. */
    public Figure amount() {
        return new Figure(Objects.requireNonNull(amountRequired));
    }
}
