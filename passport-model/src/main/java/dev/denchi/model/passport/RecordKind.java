package dev.denchi.model.passport;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of record: those that a passport is assembled from, and those of the supply chain behind it. */
public enum RecordKind {
    BATTERY_MODEL("battery-model", "BatteryModelRecord"),
    CARBON_FOOTPRINT("carbon-footprint", "CarbonFootprintRecord"),
    RECYCLED_CONTENT("recycled-content", "RecycledContentRecord"),
    DUE_DILIGENCE("due-diligence", "DueDiligenceRecord"),
    BATTERY("battery", "BatteryRecord"),
    CONDITION("condition", "ConditionRecord"),
    LOT("lot", "MaterialLotRecord"),
    TRANSFORMATION("transformation", "TransformationRecord"),
    TRANSFER("transfer", "TransferRecord"),
    SUPPLIER_DUE_DILIGENCE("supplier-due-diligence", "SupplierDueDiligenceRecord");

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

    /** Whether it tells of a supply chain: it is between partners, and part of no passport. */
    public boolean isOfSupplyChain() {
        return switch (this) {
            case LOT, TRANSFORMATION, TRANSFER, SUPPLIER_DUE_DILIGENCE -> true;
            case BATTERY_MODEL, CARBON_FOOTPRINT, RECYCLED_CONTENT, DUE_DILIGENCE, BATTERY, CONDITION -> false;
        };
    }

    /** Whether it may point at documents: batteries, of which there are the most, do so through their model. */
    public boolean pointsAtDocuments() {
        return this != BATTERY;
    }

    /** The kinds that a passport is assembled from. */
    public static List<RecordKind> ofPassports() {
        return Arrays.stream(values()).filter(kind -> !kind.isOfSupplyChain()).toList();
    }

    public static Optional<RecordKind> ofLabel(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }
}
