package dev.denchi.api.store.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.function.Function;

/** What only one replica does at a time: in one transaction, and not at all while another is at it. */
public final class OneReplica {
    private static final String LOCK = "select pg_try_advisory_xact_lock($1)";

    private OneReplica() {}

    /**
     * How many the work says it did; none when another replica is at it.
     *
     * @param lock any number will do, as long as nothing else in this database uses it
     */
    public static Uni<Integer> works(Pool pool, long lock, Function<SqlConnection, Uni<Integer>> work) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(lock))
                .flatMap(rows -> rows.iterator().next().getBoolean(0)
                        ? work.apply(connection)
                        : Uni.createFrom().item(0)));
    }
}
