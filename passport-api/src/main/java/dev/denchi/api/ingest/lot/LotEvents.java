package dev.denchi.api.ingest.lot;

import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.passport.LotStatement;
import dev.denchi.model.passport.RecordContent;
import dev.denchi.model.passport.RecycledContent;
import java.util.Optional;

/** What a record says of material lots, if anything. */
public final class LotEvents {
    private LotEvents() {}

    /** Whether it says anything of them, even if it cannot be read whole. */
    public static boolean isIn(RecordContent content) {
        return content instanceof LotStatement
                || content instanceof RecycledContent recycled && recycled.backing() != null;
    }

    public static Optional<LotEvent> in(RecordContent content, OperatorId operator) {
        if (content instanceof LotStatement statement) {
            return Optional.ofNullable(statement.event());
        }
        return content instanceof RecycledContent recycled
                ? recycled.claim(operator).map(LotEvent.class::cast)
                : Optional.empty();
    }
}
