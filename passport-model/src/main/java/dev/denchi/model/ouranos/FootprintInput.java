package dev.denchi.model.ouranos;

import dev.denchi.model.cfp.Emissions;
import dev.denchi.model.cfp.Footprint;
import dev.denchi.model.part.AmountUnit;
import dev.denchi.model.part.TraceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The array of {@code CfpModel} as it was sent: all four values of one part, or it is refused. */
public record FootprintInput(List<CfpInput> rows) implements Input {

    /** Rows first; only when each is good by itself is it said how they go together. */
    @Override
    public Optional<String> faults() {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String place = "cfpModel[" + i + "]: (";
            rows.get(i).faults().ifPresent(told -> faults.add(place + told + ")."));
        }
        if (faults.isEmpty()) {
            addFaultsTogether(faults);
        }
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join("; ", faults.stream().distinct().toList()));
    }

    private void addFaultsTogether(List<String> faults) {
        if (rows.size() != CfpType.values().length) {
            faults.add("cfp models must be 4 elements");
        }
        for (CfpType type : CfpType.values()) {
            if (rows.stream().noneMatch(row -> type.label().equals(row.cfpType()))) {
                faults.add("cfpType " + type.label() + " is insufficient");
            }
        }
        requireSame("cfpId", CfpInput::cfpId, faults);
        requireSame("traceId", CfpInput::traceId, faults);
        requireSame("ghgDeclaredUnit", CfpInput::ghgDeclaredUnit, faults);
        requireEmission(CfpType.PRE_PRODUCTION, CfpType.PRE_COMPONENT, faults);
        requireEmission(CfpType.MAIN_PRODUCTION, CfpType.MAIN_COMPONENT, faults);
        if (hasTwoRatings(CfpType.PRE_PROCESSING) || hasTwoRatings(CfpType.MAIN_PROCESSING)) {
            faults.add("different dqrValues are set for the same dqrType.");
        }
    }

    private void requireSame(String field, Function<CfpInput, @Nullable String> value, List<String> faults) {
        if (rows.stream()
                        .map(row -> Optional.ofNullable(value.apply(row)))
                        .distinct()
                        .count()
                > 1) {
            faults.add("ensure all objects have the same " + field);
        }
    }

    /** Data quality of nothing is no quality. */
    private void requireEmission(CfpType production, CfpType component, List<String> faults) {
        List<CfpInput> process = ofProcess(production.dqrType());
        if (process.stream().anyMatch(row -> row.dqrValue().sayAnything())
                && process.stream().noneMatch(CfpInput::emits)) {
            faults.add("set ghgEmission to a value greater than 0 for cfpType of " + production.label() + " or "
                    + component.label() + ".");
        }
    }

    private boolean hasTwoRatings(String process) {
        return ofProcess(process).stream()
                        .map(row -> row.dqrValue().toDqr())
                        .distinct()
                        .count()
                > 1;
    }

    private List<CfpInput> ofProcess(String process) {
        return rows.stream().filter(row -> process.equals(row.dqrType())).toList();
    }

    /** All that follows: call it when there are no {@link #faults}. */
    public TraceId trace() {
        return TraceId.of(Objects.requireNonNull(rows.get(0).traceId()));
    }

    /** The identity that it had before, empty for the first of a part. */
    public Optional<UUID> cfpId() {
        return Optional.ofNullable(rows.get(0).cfpId()).map(UUID::fromString);
    }

    public AmountUnit unit() {
        return AmountUnit.ofDeclared(Objects.requireNonNull(rows.get(0).ghgDeclaredUnit()))
                .orElseThrow();
    }

    public Footprint footprint() {
        return new Footprint(
                emissions(CfpType.PRE_PRODUCTION, CfpType.PRE_COMPONENT),
                emissions(CfpType.MAIN_PRODUCTION, CfpType.MAIN_COMPONENT));
    }

    private Emissions emissions(CfpType production, CfpType component) {
        return new Emissions(
                row(production).emission(),
                row(component).emission(),
                row(production).dqrValue().toDqr());
    }

    private CfpInput row(CfpType type) {
        return rows.stream()
                .filter(row -> type.label().equals(row.cfpType()))
                .findFirst()
                .orElseThrow();
    }
}
