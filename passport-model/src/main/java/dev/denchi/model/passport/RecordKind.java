package dev.denchi.model.passport;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of record that a passport is assembled from. */
public enum RecordKind {
    BATTERY_MODEL("battery-model", "BatteryModelRecord"),
    CARBON_FOOTPRINT("carbon-footprint", "CarbonFootprintRecord"),
    RECYCLED_CONTENT("recycled-content", "RecycledContentRecord"),
    DUE_DILIGENCE("due-diligence", "DueDiligenceRecord"),
    BATTERY("battery", "BatteryRecord"),
    CONDITION("condition", "ConditionRecord");

    private final String label;
    private final String credentialType;

    RecordKind(String label, String credentialType) {
        this.label = label;
        this.credentialType = credentialType;
    }

    /** The name in addresses, schemas and the access policy. */
    public String label() {
        return label;
    }

    /** The type of its verifiable credential. */
    public String credentialType() {
        return credentialType;
    }

    public static Optional<RecordKind> ofLabel(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }
}
