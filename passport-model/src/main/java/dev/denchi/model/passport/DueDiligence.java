package dev.denchi.model.passport;

import dev.denchi.model.identifier.OperatorId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An operator's report on its battery due diligence policy (Article 52(3)). */
public record DueDiligence(
        @Nullable LocalDate from, @Nullable LocalDate to) implements RecordContent {

    @Override
    public RecordKind kind() {
        return RecordKind.DUE_DILIGENCE;
    }

    @Override
    public Subject subject(OperatorId operator) {
        return Subject.dueDiligence(operator);
    }
}
