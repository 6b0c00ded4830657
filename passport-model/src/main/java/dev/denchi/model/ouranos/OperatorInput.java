package dev.denchi.model.ouranos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An {@code OperatorModel} as it was sent.
 *
 * @param attribute {@code operatorAttribute}, {@code null} when it was left out
 */
public record OperatorInput(
        @Nullable String operatorId,
        @Nullable String operatorName,
        @Nullable String operatorAddress,
        @Nullable String openOperatorId,
        @Nullable Attribute attribute)
        implements Input {
    static final int LONGEST = 256;
    private static final int LONGEST_OPEN_ID = 20;

    /** The global identifier: {@code null} is none, an empty one is one. */
    public record Attribute(@Nullable String globalId) {}

    @Override
    public Optional<String> faults() {
        Faults faults = new Faults();
        faults.uuid("operatorId", operatorId);
        faults.text("operatorName", operatorName, LONGEST);
        faults.text("operatorAddress", operatorAddress, LONGEST);
        faults.text("openOperatorId", openOperatorId, LONGEST_OPEN_ID);
        faults.present("operatorAttribute", attribute, Faults.BLANK);
        return told(faults, "operatorAttribute", "globalOperatorId", attribute);
    }

    static Optional<String> told(Faults faults, String object, String field, @Nullable Attribute attribute) {
        List<String> told = new ArrayList<>();
        if (!faults.areNone()) {
            told.add(faults.told());
        }
        Faults inner = new Faults();
        inner.textOrNull(field, attribute == null ? null : attribute.globalId(), LONGEST);
        if (!inner.areNone()) {
            told.add(object + ": (" + inner.told() + ")");
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(Faults.joined(told));
    }
}
