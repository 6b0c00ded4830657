package dev.denchi.model.passport;

import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An operator's report on its battery due diligence policy (Article 52(3)).
 *
 * @param modelId the model that it is on; {@code null} when it is on all the operator's batteries
 */
public record DueDiligence(
        @Nullable ModelId modelId,
        @Nullable LocalDate from,
        @Nullable LocalDate to) implements ModelStatement {

    @Override
    public RecordKind kind() {
        return RecordKind.DUE_DILIGENCE;
    }

    @Override
    public Subject subject(OperatorId operator) {
        return modelId == null ? Subject.dueDiligence(operator) : Subject.dueDiligence(operator, modelId);
    }
}
