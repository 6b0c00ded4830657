package dev.denchi.model.ouranos;

import dev.denchi.model.cfp.Dqr;
import dev.denchi.model.part.AmountUnit;
import dev.denchi.model.part.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A {@code CfpModel} as it was sent: one of the four values of a footprint. */
public record CfpInput(
        @Nullable String cfpId,
        @Nullable String traceId,
        @Nullable BigDecimal ghgEmission,
        @Nullable String ghgDeclaredUnit,
        @Nullable String cfpType,
        @Nullable String dqrType,
        Ratings dqrValue) {
    private static final List<String> UNITS =
            Arrays.stream(AmountUnit.values()).map(AmountUnit::declared).toList();
    private static final List<String> PROCESSES = List.of(CfpType.PRE_PROCESSING, CfpType.MAIN_PROCESSING);

    /** {@code dqrValue} as it was sent. */
    public record Ratings(
            @Nullable BigDecimal teR,
            @Nullable BigDecimal geR,
            @Nullable BigDecimal tiR) {

        /** Call it when there are no faults. */
        Dqr toDqr() {
            return new Dqr(figure(teR), figure(geR), figure(tiR));
        }

        boolean sayAnything() {
            return Stream.of(Optional.ofNullable(teR), Optional.ofNullable(geR), Optional.ofNullable(tiR))
                    .flatMap(Optional::stream)
                    .anyMatch(rating -> rating.signum() > 0);
        }
    }

    Optional<String> faults() {
        Faults faults = new Faults();
        faults.uuidOrNull("cfpId", cfpId);
        faults.uuid("traceId", traceId);
        faults.figure("ghgEmission", ghgEmission);
        required(faults, "ghgDeclaredUnit", ghgDeclaredUnit, UNITS);
        required(faults, "cfpType", cfpType, CfpType.STATED_LABELS);
        required(faults, "dqrType", dqrType, PROCESSES);
        List<String> told = new ArrayList<>();
        if (!faults.areNone()) {
            told.add(faults.told());
        }
        if (CfpType.ofStated(cfpType)
                .filter(type -> !type.dqrType().equals(dqrType))
                .isPresent()) {
            told.add("ensure the combination of cfpType and dqrType is correct");
        }
        Faults ratings = ofRatings();
        if (!ratings.areNone()) {
            told.add("dqrValue: (" + ratings.told() + ")");
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(Faults.joined(told));
    }

    private Faults ofRatings() {
        Faults faults = new Faults();
        faults.figure("TeR", dqrValue.teR());
        faults.figure("GeR", dqrValue.geR());
        faults.figure("TiR", dqrValue.tiR());
        return faults;
    }

    private static void required(Faults faults, String field, @Nullable String value, List<String> allowed) {
        faults.present(field, value == null || value.isEmpty() ? null : "", Faults.BLANK);
        faults.oneOf(field, value, allowed);
    }

    boolean emits() {
        return ghgEmission != null && ghgEmission.signum() > 0;
    }

    /** Call it when there are no faults. */
    @Nullable
    Figure emission() {
        return figure(ghgEmission);
    }

    private static @Nullable Figure figure(@Nullable BigDecimal value) {
        return value == null ? null : new Figure(value);
    }
}
