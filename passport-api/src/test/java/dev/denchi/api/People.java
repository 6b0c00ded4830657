package dev.denchi.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Who calls in the tests, each with a key. */
enum People {
    CELL_MAKER("sakura-cells", "ECONOMIC_OPERATOR"),
    OTHER_MAKER("hikari-motors", "ECONOMIC_OPERATOR"),
    RECYCLER("rhein-recycling", "LEGITIMATE_INTEREST"),
    MARKET_SURVEILLANCE("market-surveillance", "AUTHORITY"),
    CONNECTOR("denchi", "CONNECTOR"),
    MODULE_MAKER("kaze-modules", "ECONOMIC_OPERATOR"),
    CATHODE_SUPPLIER("umi-cathodes", "ECONOMIC_OPERATOR"),
    PRECURSOR_SUPPLIER("yama-precursors", "ECONOMIC_OPERATOR"),
    CELL_MAKERS_ADMINISTRATOR("sakura-cells", "ECONOMIC_OPERATOR"),
    OTHER_MAKERS_ADMINISTRATOR("hikari-motors", "ECONOMIC_OPERATOR"),
    RECYCLERS_ADMINISTRATOR("rhein-recycling", "LEGITIMATE_INTEREST"),
    METAL_RECYCLER("kita-recycling", "LEGITIMATE_INTEREST"),
    REFINER("hokuriku-refining", "ECONOMIC_OPERATOR"),
    PRECURSOR_MAKER("awa-precursor", "ECONOMIC_OPERATOR"),
    CATHODE_MAKER("setouchi-cathode", "ECONOMIC_OPERATOR"),
    LEAD_SMELTER("nanao-lead", "ECONOMIC_OPERATOR");

    private final String operator;
    private final String role;

    People(String operator, String role) {
        this.operator = operator;
        this.role = role;
    }

    boolean administers() {
        return name().endsWith("ADMINISTRATOR");
    }

    String operator() {
        return operator;
    }

    String key() {
        return "key-of-" + name();
    }

    String keySha256() {
        return sha256(key());
    }

    static String callersFile() {
        return callersFileWithout("nobody");
    }

    /** Of a service that does not know this operator. */
    static String callersFileWithout(String unknown) {
        String operators = Arrays.stream(values())
                .filter(person -> !person.operator.equals(unknown))
                .map(person -> person.operator)
                .distinct()
                .map(operator -> """
                        {"id": "%s", "name": "%s", "economicOperatorId": "https://id.gs1.org/417/4912345000019"}""".formatted(operator, operator))
                .collect(Collectors.joining(","));
        String callers = Arrays.stream(values())
                .filter(person -> !person.operator.equals(unknown))
                .map(person -> """
                        {"name": "%s", "operator": "%s", "role": "%s", "administrator": %b, "keySha256": "%s"}""".formatted(
                                person.name(), person.operator, person.role, person.administers(), person.keySha256()))
                .collect(Collectors.joining(","));
        return "{\"operators\": [" + operators + "], \"callers\": [" + callers + "]}";
    }

    static String sha256(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
