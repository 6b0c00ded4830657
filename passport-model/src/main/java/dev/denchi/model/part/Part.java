package dev.denchi.model.part;

import dev.denchi.model.identifier.OperatorId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kind of part that an operator makes, or buys, for one of its plants.
 *
 * @param owner whose entry it is; a part that is bought is the buyer's entry, and its supplier has one of its own
 * @param terminated whether nobody upstream is asked about it
 * @param unit in what it is counted, {@code null} when that is not said
 */
public record Part(
        TraceId trace,
        OperatorId owner,
        Key key,
        boolean terminated,
        @Nullable AmountUnit unit,
        Labels labels) {

    /** What makes a part one and the same: another plant, name or support name is another part. */
    public record Key(UUID plant, String name, @Nullable String supportName) {}

    /** Free text about it, of no meaning here. */
    public record Labels(
            @Nullable String label,
            @Nullable String info1,
            @Nullable String info2,
            @Nullable String info3) {}
}
