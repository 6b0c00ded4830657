package dev.denchi.model.ouranos;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which passports answer for a part ({@code batteryPassport}), as it was sent. */
public record BatteryPassportInput(
        @Nullable String operatorId,
        @Nullable String traceId,
        @Nullable String grantId,
        @Nullable List<String> passports,
        @Nullable List<CustomerRelease> acl)
        implements Input {
    private static final int MOST = 100;
    private static final Pattern FORM =
            Pattern.compile("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    @Override
    public Optional<String> faults() {
        List<String> each = Objects.requireNonNullElse(passports, List.of());
        Faults faults = new Faults();
        faults.uuid("operatorId", operatorId);
        faults.uuid("traceId", traceId);
        faults.uuidOrNull("grantId", grantId);
        faults.require("passports", !each.isEmpty(), Faults.BLANK);
        faults.require("passports", each.size() <= MOST, "the length must be between 1 and " + MOST);
        for (String passport : each) {
            faults.require(
                    "passports", FORM.matcher(passport).matches(), "'" + passport + "' is no passport identifier");
        }
        faults.require("passports", each.stream().distinct().count() == each.size(), "must name each once");
        List<String> told = new ArrayList<>();
        if (!faults.areNone()) {
            told.add(faults.told());
        }
        told.addAll(CustomerRelease.faults(acl));
        return told.isEmpty() ? Optional.empty() : Optional.of(Faults.joined(told));
    }
}
