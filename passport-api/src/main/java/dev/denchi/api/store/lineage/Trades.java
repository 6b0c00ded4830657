package dev.denchi.api.store.lineage;

import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;

/** Who traded lots with whom, and the secret by which all others' names are masked. */
@Singleton
public class Trades {
    private static final String PARTNERS = "select * from passport.trade_partners($1)";
    private static final String IS_TRADE_OF = "select passport.is_trade_of($1, $2)";
    private static final String SECRET = "select secret from passport.pseudonym_key";

    private final Pool pool;

    Trades(Pool pool) {
        this.pool = pool;
    }

    /** Those with whom the operator traded, by both their words. */
    public Uni<Set<OperatorId>> partnersOf(OperatorId operator) {
        return pool.preparedQuery(PARTNERS).execute(Tuple.of(operator.value())).map(Trades::operators);
    }

    /** Whether the record is of a lot that the operator was given, of what made it, or of a transfer that he is in. */
    public Uni<Boolean> isOf(OperatorId operator, RecordId record) {
        return pool.preparedQuery(IS_TRADE_OF)
                .execute(Tuple.of(operator.value(), record.uuid()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** The same on every replica and for good. */
    public Uni<byte[]> pseudonymSecret() {
        return pool.query(SECRET)
                .execute()
                .map(rows -> rows.iterator().next().getBuffer(0).getBytes());
    }

    private static Set<OperatorId> operators(RowSet<Row> rows) {
        Set<OperatorId> operators = new HashSet<>();
        for (Row row : rows) {
            operators.add(new OperatorId(row.getString(0)));
        }
        return operators;
    }
}
