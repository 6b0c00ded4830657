package dev.denchi.model.ouranos;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether one customer may have the certificate of a part ({@code cfpCertificationAcl}), as it was sent. */
public record CertificationReleaseInput(
        @Nullable String operatorId,
        @Nullable String releasedToOperatorId,
        @Nullable String traceId,
        @Nullable Boolean released)
        implements Input {

    @Override
    public Optional<String> faults() {
        Faults faults = new Faults();
        faults.uuid("operatorId", operatorId);
        faults.uuid("releasedToOperatorId", releasedToOperatorId);
        faults.uuid("traceId", traceId);
        faults.present("releasedFlag", released, Faults.BLANK);
        return faults.areNone() ? Optional.empty() : Optional.of(faults.told());
    }
}
