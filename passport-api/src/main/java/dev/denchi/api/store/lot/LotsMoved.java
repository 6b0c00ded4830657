package dev.denchi.api.store.lot;

import dev.denchi.api.store.session.SqlState;
import io.vertx.pgclient.PgException;

/** Lots are not as they were when a statement was judged: whoever wants it kept judges it again. */
public final class LotsMoved extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String SAID_BY_CHANGE_LINEAGE = "DN001";
    private static final String CHECK = "23514";
    private static final String DEADLOCK = "40P01";

    public LotsMoved(Throwable cause) {
        super("lots were drawn from or stated anew meanwhile", cause);
    }

    public static boolean isTold(Throwable failure) {
        return SqlState.postgres(failure).filter(LotsMoved::isOfLots).isPresent();
    }

    private static boolean isOfLots(PgException postgres) {
        String state = postgres.getSqlState();
        return SAID_BY_CHANGE_LINEAGE.equals(state)
                || DEADLOCK.equals(state)
                || CHECK.equals(state) && "never_overdrawn".equals(postgres.getConstraint());
    }
}
