package dev.denchi.api.ingest;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.lot.LotsMoved;
import io.smallrye.mutiny.Uni;

/**
 * Draws that race for one lot: who was kept first has it, and the others are judged again by what is left, which either is enough or is
 * told to them.
 */
final class RacingDraws {
    private static final int TRIES_MORE = 5;

    private RacingDraws() {}

    static Uni<Receipt> settled(Uni<Receipt> judgedAndKept) {
        return judgedAndKept
                .onFailure(LotsMoved.class)
                .retry()
                .atMost(TRIES_MORE)
                .onFailure(LotsMoved.class)
                .transform(moved -> Rejected.because(
                        ProblemType.UNAVAILABLE, "the lots are drawn from by many at this moment; try again"));
    }
}
