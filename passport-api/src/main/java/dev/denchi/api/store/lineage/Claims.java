package dev.denchi.api.store.lineage;

import dev.denchi.api.store.lineage.StatedClaim.Verdict;
import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.lot.RecycledContentClaim;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Claims on lots, and what was found of them. */
@Singleton
public class Claims {
    private static final String STATED = "select * from passport.claims_stated($1)";
    private static final String ON_LOTS = "select * from passport.claims_stated(array(select passport.claims_on($1)))";
    private static final String DECLARE = "select set_config('denchi.operators', $1, true)";
    private static final String VERDICT = """
            insert into passport.claim_verdict (claim, number, operator_id, record_version, state, behind_sha256, document, judged_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing
            """;

    private final Pool pool;

    Claims(Pool pool) {
        this.pool = pool;
    }

    /** {@code null} when the record makes no claim. */
    public Uni<StatedClaim> find(RecordId record) {
        return stated(STATED, List.of(record)).map(found -> found.isEmpty() ? null : found.get(0));
    }

    /** Those that draw on any of the lots, whoever's they are, in the order of operator, model, year and plant. */
    public Uni<List<StatedClaim>> on(Collection<RecordId> lots) {
        return stated(ON_LOTS, lots);
    }

    /** How many batteries there are of the model, plant and year of each. */
    public Uni<Map<RecordId, Long>> batteriesOf(Collection<StatedClaim> claims) {
        UUID[] ids = claims.stream().map(claim -> claim.id().uuid()).toArray(UUID[]::new);
        return pool.preparedQuery("select * from passport.batteries_on($1)")
                .execute(Tuple.tuple().addArrayOfUUID(ids))
                .map(Claims::counts);
    }

    private static Map<RecordId, Long> counts(RowSet<Row> rows) {
        Map<RecordId, Long> counts = new HashMap<>();
        for (Row row : rows) {
            counts.put(new RecordId(row.getUUID("claim")), row.getLong("batteries"));
        }
        return counts;
    }

    /** Keeps what was found, unless somebody has kept the same number meanwhile. */
    public Uni<Void> keep(StatedClaim claim, Verdict verdict, byte[] document) {
        Tuple row = Tuple.tuple()
                .addUUID(claim.id().uuid())
                .addInteger(verdict.number())
                .addString(claim.name().operator().value())
                .addInteger(verdict.recordVersion())
                .addString(verdict.state())
                .addString(verdict.behindSha256())
                .addValue(Buffer.buffer(document))
                .addOffsetDateTime(verdict.judgedAt().atOffset(ZoneOffset.UTC));
        return pool.withTransaction(connection -> connection
                .preparedQuery(DECLARE)
                .execute(Tuple.of(claim.name().operator().value()))
                .chain(() -> connection.preparedQuery(VERDICT).execute(row))
                .replaceWithVoid());
    }

    private Uni<List<StatedClaim>> stated(String question, Collection<RecordId> asked) {
        UUID[] ids = asked.stream().map(RecordId::uuid).toArray(UUID[]::new);
        return pool.preparedQuery(question)
                .execute(Tuple.tuple().addArrayOfUUID(ids))
                .map(Claims::claims);
    }

    private static List<StatedClaim> claims(RowSet<Row> rows) {
        List<StatedClaim> claims = new ArrayList<>();
        for (Row row : rows) {
            claims.add(claim(row));
        }
        return claims;
    }

    private static StatedClaim claim(Row row) {
        UUID[] lots = Objects.requireNonNullElse(row.getArrayOfUUIDs("lots"), new UUID[0]);
        return new StatedClaim(
                new RecordId(row.getUUID("record_id")),
                new RecycledContentClaim.Id(
                        new OperatorId(row.getString("operator_id")),
                        new ModelId(row.getString("model_id")),
                        new FacilityIdentifier(row.getString("facility_scheme"), row.getString("facility_value")),
                        row.getInteger("year")),
                row.getInteger("version"),
                row.getString("sha256"),
                Stream.of(lots).map(RecordId::new).toList(),
                verdict(row),
                flaggedAt(row));
    }

    private static @Nullable Instant flaggedAt(Row row) {
        OffsetDateTime at = row.getOffsetDateTime("flagged_at");
        return at == null ? null : at.toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static @Nullable Verdict verdict(Row row) {
        return row.getString("state") == null
                ? null
                : new Verdict(
                        row.getInteger("verdicts"),
                        row.getInteger("judged_version"),
                        row.getString("state"),
                        row.getString("behind_sha256"),
                        row.getOffsetDateTime("judged_at").toInstant());
    }
}
