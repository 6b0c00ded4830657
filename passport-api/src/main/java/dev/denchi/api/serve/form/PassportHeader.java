package dev.denchi.api.serve.form;

import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.passport.Battery;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of EN 18223's header that follow from what a battery's record says and whose it is. */
public final class PassportHeader {
    /** All that there are; what the battery does not say is left out. */
    public static final Set<String> MEMBERS = Set.of(
            "digitalProductPassportId",
            "uniqueProductIdentifier",
            "granularity",
            "dppSchemaVersion",
            "dppStatus",
            "economicOperatorId",
            "facilityId");

    private static final String ACTIVE = "active";

    private PassportHeader() {}

    /** Without what the battery does not say, or not readably. */
    public static Map<String, String> of(Battery battery, String economicOperatorId) {
        Map<String, String> header = new LinkedHashMap<>();
        put(header, "digitalProductPassportId", battery.passport());
        put(header, "uniqueProductIdentifier", battery.product());
        put(header, "granularity", "item");
        put(header, "dppSchemaVersion", "EN 18223:2026");
        put(header, "dppStatus", Objects.requireNonNullElse(battery.dppStatus(), ACTIVE));
        put(header, "economicOperatorId", economicOperatorId);
        put(header, "facilityId", battery.facility() == null ? null : uri(battery.facility()));
        return header;
    }

    private static void put(Map<String, String> header, String member, @Nullable Object value) {
        if (value != null) {
            header.put(member, value.toString());
        }
    }

    private static String uri(FacilityIdentifier facility) {
        return facility.scheme().equals("GLN")
                ? "https://id.gs1.org/414/" + facility.value()
                : "urn:denchi:facility:" + facility;
    }
}
