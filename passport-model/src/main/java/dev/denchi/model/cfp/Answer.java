package dev.denchi.model.cfp;

import dev.denchi.model.part.Figure;
import org.jspecify.annotations.Nullable;

/**
 * All that crosses the border of a company: one sum for each process and how good its data are, each only when it was released.
 * Where it comes from, own doing or suppliers, is not told.
 */
public record Answer(Told pre, Told main) {
    /** What is told when all was taken back. */
    public static final Answer NOTHING = new Answer(new Told(null, Dqr.UNKNOWN), new Told(null, Dqr.UNKNOWN));

    /** Of one process; {@code null} is not released. */
    public record Told(@Nullable Figure emission, Dqr dqr) {}

    /** @param release what the supplier released to the one who asked */
    public static Answer of(Footprint totals, Release release) {
        return new Answer(told(totals.pre(), release), told(totals.main(), release));
    }

    private static Told told(Emissions total, Release release) {
        return new Told(release.cfp() ? total.sum() : null, release.dqr() ? total.dqr() : Dqr.UNKNOWN);
    }
}
