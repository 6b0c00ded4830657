package dev.denchi.model.passport;

import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.lot.LotEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a record says of a material lot. Whether it adds up with everything said before is no rule of one record: it is asked of
 * {@code massbalance}.
 *
 * @param event {@code null} when any part of it is missing or unreadable: half a balance is none
 */
public record LotStatement(RecordKind kind, @Nullable LotEvent event) implements RecordContent {

    /** Lots are named by who made them, whoever speaks of them. */
    @Override
    public Subject subject(OperatorId operator) {
        return Subject.of(Objects.requireNonNull(event));
    }
}
