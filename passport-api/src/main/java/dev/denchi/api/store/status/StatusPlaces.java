package dev.denchi.api.store.status;

import dev.denchi.api.context.CallersContext;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.status.StatusList;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives each version a place in its operator's status lists, from memory: a replica takes places from the database by the
 * block, so that no two records wait for each other. The places of a segment are shuffled: what a token shows of its place tells neither
 * how many records came before it nor which came beside it (docs/decisions: places-in-status-lists).
 */
@Singleton
public class StatusPlaces {
    private static final int PLACES_IN_A_BLOCK = 256;
    /** So many blocks take some time to be used up, in which the next segment is drawn. */
    private static final int FEW_BLOCKS = 32;

    private static final String DECLARE = "select set_config('denchi.operators', $1, true)";
    private static final String TAKE = """
            with taken as (delete from passport.status_block where (operator_id, segment, number) in (
                select operator_id, segment, number from passport.status_block where operator_id = $1
                order by segment, number limit 1 for update skip locked)
              returning segment, places)
            select segment, places, (select count(*) from passport.status_block where operator_id = $1) from taken
            """;
    private static final String OPEN = """
            with opened as (insert into passport.status_segment (operator_id, segment)
                values ($1, substr(replace(gen_random_uuid()::text, '-', ''), 1, 12)) returning segment),
              shuffled as (select place, (row_number() over (order by gen_random_uuid()) - 1) / $3 as number
                from generate_series(0, $2 - 1) as place),
              blocks as (select number, array_agg(place order by gen_random_uuid()) as places from shuffled group by number)
            insert into passport.status_block (operator_id, segment, number, places)
            select $1, segment, number, places from opened, blocks
            """;

    private final Pool pool;
    private final Map<OperatorId, FreePlaces> free = new ConcurrentHashMap<>();

    StatusPlaces(Pool pool) {
        this.pool = pool;
    }

    /** A place that no other version has or will ever have. Answers on the caller's own context. */
    public Uni<StatusPlace> next(OperatorId operator) {
        FreePlaces places = free.computeIfAbsent(operator, id -> new FreePlaces(() -> block(id)));
        StatusPlace ready = places.poll();
        if (ready != null) {
            return Uni.createFrom().item(ready);
        }
        return CallersContext.back(places.refilled()).chain(() -> next(operator));
    }

    private Uni<List<StatusPlace>> block(OperatorId operator) {
        return pool.withTransaction(connection -> declared(connection, operator)
                        .chain(() -> taken(connection, operator))
                        .flatMap(rows -> rows.size() > 0 ? Uni.createFrom().item(rows) : first(connection, operator)))
                .map(rows -> places(rows.iterator().next()));
    }

    private static Uni<RowSet<Row>> declared(SqlConnection connection, OperatorId operator) {
        return connection.preparedQuery(DECLARE).execute(Tuple.of(operator.value()));
    }

    /** The next segment is drawn before the last block is taken, in the transaction of the replica that sees it coming. */
    private static Uni<RowSet<Row>> taken(SqlConnection connection, OperatorId operator) {
        return connection
                .preparedQuery(TAKE)
                .execute(Tuple.of(operator.value()))
                .call(rows -> rows.size() > 0 && rows.iterator().next().getLong(2) <= FEW_BLOCKS
                        ? opened(connection, operator)
                        : Uni.createFrom().voidItem());
    }

    private static Uni<RowSet<Row>> first(SqlConnection connection, OperatorId operator) {
        return opened(connection, operator).chain(() -> taken(connection, operator));
    }

    private static Uni<RowSet<Row>> opened(SqlConnection connection, OperatorId operator) {
        return connection
                .preparedQuery(OPEN)
                .execute(Tuple.of(operator.value(), StatusList.SMALLEST, PLACES_IN_A_BLOCK));
    }

    private static List<StatusPlace> places(Row block) {
        String segment = block.getString(0);
        return Arrays.stream(block.getArrayOfIntegers(1))
                .map(index -> new StatusPlace(segment, index))
                .toList();
    }
}
