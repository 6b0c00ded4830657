package dev.denchi.model.passport;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of record: those that a passport is assembled from, and those of the material lots behind it. */
public enum RecordKind {
    BATTERY_MODEL("battery-model", "BatteryModelRecord"),
    CARBON_FOOTPRINT("carbon-footprint", "CarbonFootprintRecord"),
    RECYCLED_CONTENT("recycled-content", "RecycledContentRecord"),
    DUE_DILIGENCE("due-diligence", "DueDiligenceRecord"),
    BATTERY("battery", "BatteryRecord"),
    CONDITION("condition", "ConditionRecord"),
    LOT("lot", "MaterialLotRecord"),
    TRANSFORMATION("transformation", "TransformationRecord"),
    TRANSFER("transfer", "TransferRecord");

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

    /** Whether it tells of material lots, and is part of no passport. */
    public boolean isOfLots() {
        return this == LOT || this == TRANSFORMATION || this == TRANSFER;
    }

    /** The kinds that a passport is assembled from. */
    public static List<RecordKind> ofPassports() {
        return Arrays.stream(values()).filter(kind -> !kind.isOfLots()).toList();
    }

    public static Optional<RecordKind> ofLabel(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }
}
