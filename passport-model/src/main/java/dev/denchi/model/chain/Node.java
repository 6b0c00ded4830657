package dev.denchi.model.chain;

import dev.denchi.model.cfp.Footprint;
import dev.denchi.model.part.Figure;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.trade.Progress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part, and where it stands.
 *
 * @param terminated whether nobody upstream is asked about it
 * @param stated what its operator states of it, {@code null} when nothing yet
 * @param components what is in it; of parts that are not on the way of the change nobody needs to know
 * @param totals what it adds up to, {@code null} while nothing is stated
 */
public record Node(
        TraceId trace,
        boolean terminated,
        @Nullable Footprint stated,
        List<Line> components,
        @Nullable Footprint totals,
        Progress progress) {

    /** So much of a part. */
    public record Line(TraceId part, Figure amount) {}

    Node counted(@Nullable Footprint newTotals, Progress newProgress) {
        return new Node(trace, terminated, stated, components, newTotals, newProgress);
    }
}
