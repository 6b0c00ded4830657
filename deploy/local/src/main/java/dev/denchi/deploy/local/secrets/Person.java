package dev.denchi.deploy.local.secrets;

/** Somebody who calls the service in the local stack, with the operator he calls for and the role he has. */
public enum Person {
    CELL_MAKER("sakura-mes", "sakura-cells", "ECONOMIC_OPERATOR"),
    OTHER_MAKER("hikari-plm", "hikari-motors", "ECONOMIC_OPERATOR"),
    RECYCLER("rhein-intake", "rhein-recycling", "LEGITIMATE_INTEREST"),
    AUTHORITY("inspector", "market-surveillance", "AUTHORITY"),
    CONNECTOR("provider-connector", "denchi", "CONNECTOR"),
    METAL_RECYCLER("kita-intake", "kita-recycling", "LEGITIMATE_INTEREST"),
    REFINER("hokuriku-erp", "hokuriku-refining", "ECONOMIC_OPERATOR"),
    PRECURSOR_MAKER("awa-mes", "awa-precursor", "ECONOMIC_OPERATOR"),
    CATHODE_MAKER("setouchi-mes", "setouchi-cathode", "ECONOMIC_OPERATOR"),
    LEAD_SMELTER("nanao-erp", "nanao-lead", "ECONOMIC_OPERATOR");

    private final String caller;
    private final String operator;
    private final String role;

    Person(String caller, String operator, String role) {
        this.caller = caller;
        this.operator = operator;
        this.role = role;
    }

    String caller() {
        return caller;
    }

    public String operator() {
        return operator;
    }

    String role() {
        return role;
    }
}
