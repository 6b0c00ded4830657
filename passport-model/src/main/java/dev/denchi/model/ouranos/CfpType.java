package dev.denchi.model.ouranos;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The four values that a maker states (Ouranos {@code cfpType}); totals and responses have the same words with an ending. */
public enum CfpType {
    PRE_PRODUCTION("preProduction", CfpType.PRE_PROCESSING),
    MAIN_PRODUCTION("mainProduction", CfpType.MAIN_PROCESSING),
    PRE_COMPONENT("preComponent", CfpType.PRE_PROCESSING),
    MAIN_COMPONENT("mainComponent", CfpType.MAIN_PROCESSING);

    static final String PRE_PROCESSING = "preProcessing";
    static final String MAIN_PROCESSING = "mainProcessing";
    static final List<String> STATED_LABELS =
            Arrays.stream(values()).map(CfpType::label).toList();

    private final String label;
    private final String dqrType;

    CfpType(String label, String dqrType) {
        this.label = label;
        this.dqrType = dqrType;
    }

    public String label() {
        return label;
    }

    /** The process whose data quality it shares. */
    public String dqrType() {
        return dqrType;
    }

    static Optional<CfpType> ofStated(@Nullable String label) {
        return Arrays.stream(values()).filter(type -> type.label.equals(label)).findFirst();
    }
}
