package dev.denchi.model.ouranos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is stated of the due diligence behind a part ({@code dueDiligence}), as it was sent: attributes of a record, or a record that is
 * there.
 *
 * @param attributesTraceId the part that the attributes name, {@code null} when they name none
 * @param hasAttributes whether there are attributes, which others judge
 */
public record DueDiligenceInput(
        @Nullable String dueDiligenceId,
        @Nullable String operatorId,
        @Nullable String traceId,
        @Nullable String attributesTraceId,
        boolean hasAttributes,
        @Nullable List<CustomerRelease> acl)
        implements Input {

    @Override
    public Optional<String> faults() {
        Faults faults = new Faults();
        faults.uuidOrNull("dueDiligenceId", dueDiligenceId);
        faults.uuid("operatorId", operatorId);
        faults.uuid("traceId", traceId);
        faults.require("dueDiligence", hasAttributes || dueDiligenceId != null, Faults.BLANK);
        faults.require(
                "dueDiligence",
                attributesTraceId == null || attributesTraceId.equalsIgnoreCase(traceId),
                "(traceId: must be that of the part)");
        List<String> told = new ArrayList<>();
        if (!faults.areNone()) {
            told.add(faults.told());
        }
        told.addAll(CustomerRelease.faults(acl));
        return told.isEmpty() ? Optional.empty() : Optional.of(Faults.joined(told));
    }
}
