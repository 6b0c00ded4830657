package dev.denchi.api.store.record;

import dev.denchi.api.context.CallersContext;
import dev.denchi.api.store.lot.LineageChange;
import dev.denchi.api.store.session.GroupCommit;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.api.store.status.PlaceUsed;
import dev.denchi.api.store.status.StatusPlace;
import dev.denchi.model.passport.Battery;
import dev.denchi.model.passport.BatteryModel;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Writes first versions: the record, its head, its projections, its idempotency key, its audit entry and its event in one statement, which is
 * one round trip and one transaction, shared by all that arrive together, and declares their operators and no other. Where some of
 * them speak of material lots, or point at documents, further statements of the same transaction change the lineage and pin the documents. It leaves Hibernate aside
 * (docs/decisions: hibernate-reactive-and-one-native-statement).
 */
@Singleton
class FirstVersions {
    private static final String STATEMENT = """
            with declared as materialized (select set_config('denchi.operators', $18, true)),
            given as (
              select t.* from declared, unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[],
                $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::bytea[], $16::text[], $17::text[], $19::text[], $20::text[], $21::text[], $22::text[])
                with ordinality as t(record_id, kind, operator_id, subject, token, sha256, issued_at,
                product_identifier, model_id, battery_category, key, request_sha256, event_id, event_type, payload, submitted_by, service_provider, supplier_id, audit_entry, event_subject, recycled_content, n)),
            records as (
              insert into passport.record (record_id, version, kind, operator_id, subject, token, sha256, issued_at, submitted_by, service_provider)
              select record_id, 1, kind, operator_id, subject, token, sha256, issued_at, submitted_by, service_provider from given),
            heads as (
              insert into passport.record_head (subject, record_id, version, operator_id)
              select subject, record_id, 1, operator_id from given),
            passports as (
              insert into passport.passport (subject, product_identifier, operator_id, recycled_content)
              select subject, product_identifier, operator_id, recycled_content from given where product_identifier is not null),
            models as (
              insert into passport.battery_model (subject, operator_id, model_id, battery_category, issued_at)
              select subject, operator_id, model_id, battery_category, issued_at from given where battery_category is not null),
            supplied as (
              insert into passport.supplied_model (operator_id, model_id, supplier_id)
              select distinct operator_id, model_id, supplier_id from given where supplier_id is not null order by 1, 2, 3
              on conflict do nothing),
            keys as (
              insert into passport.idempotency_key (operator_id, key, request_sha256, record_id, version)
              select operator_id, key, request_sha256, record_id, 1 from given where key is not null),
            told as (
              insert into passport.audit_pending (operator_id, entry) select operator_id, audit_entry from given order by n)
            insert into passport.outbox (id, aggregatetype, aggregateid, type, payload, operator_id)
            select event_id, kind, event_subject, event_type, payload, operator_id from given order by n
            """;

    /** In the same transaction, and after the statement that declared the operators; so are the next two. */
    private static final String LINEAGE = "select cast(passport.change_lineage($1::text::json) as text)";

    private static final String PINS = "select cast(passport.pin_documents($1::text::json) as text)";

    private static final String PLACES = """
            update passport.status_place p set record_id = named.record_id, version = 1
            from unnest($1::text[], $2::text[], $3::integer[], $4::uuid[]) as named(operator_id, segment, place, record_id)
            where (p.operator_id, p.segment, p.place) = (named.operator_id, named.segment, named.place) and p.record_id is null
            """;

    private final Pool pool;
    private final GroupCommit<NewRecord> groups;

    FirstVersions(Pool pool) {
        this.pool = pool;
        this.groups = new GroupCommit<>(this::write);
    }

    /**
     * Answers on the caller's own context, where its session lives: whoever's statement carried the record runs on another.
     * Fails as PostgreSQL says when the subject, the product identifier or the idempotency key is there already.
     */
    Uni<Void> keep(NewRecord record) {
        return CallersContext.back(groups.add(record));
    }

    /** As {@link #keep}, in a statement of their own: what comes by chance at the same time shares no fate with them. */
    Uni<Void> keepTogether(List<NewRecord> records) {
        return CallersContext.back(write(records));
    }

    private Uni<Void> write(List<NewRecord> records) {
        Columns columns = new Columns(records);
        Tuple parameters = Tuple.tuple()
                .addArrayOfUUID(columns.of(
                        UUID[]::new, record -> record.token().header().id().uuid()))
                .addArrayOfString(
                        columns.texts(record -> record.token().header().kind().label()))
                .addArrayOfString(columns.texts(record -> record.operator().value()))
                .addArrayOfString(columns.texts(
                        record -> record.token().header().subject().value()))
                .addArrayOfString(columns.texts(record -> record.token().serialize()))
                .addArrayOfString(columns.texts(record -> record.token().sha256()))
                .addArrayOfOffsetDateTime(columns.of(
                        OffsetDateTime[]::new,
                        record -> record.token().header().issuedAt().atOffset(ZoneOffset.UTC)))
                .addArrayOfString(columns.texts(FirstVersions::productIdentifier))
                .addArrayOfString(columns.texts(FirstVersions::modelId))
                .addArrayOfString(columns.texts(FirstVersions::batteryCategory))
                .addArrayOfString(columns.texts(record ->
                        record.request() == null ? null : record.request().key()))
                .addArrayOfString(columns.texts(record ->
                        record.request() == null ? null : record.request().sha256()))
                .addArrayOfString(columns.texts(record -> record.event().id()))
                .addArrayOfString(columns.texts(record -> record.event().type()))
                .addValue(columns.of(
                        Buffer[]::new, record -> Buffer.buffer(record.event().payload())))
                .addArrayOfString(
                        columns.texts(record -> record.roles().submittedBy().toString()))
                .addArrayOfString(columns.texts(record -> record.roles().serviceProvider()))
                .addString(TenantSessions.text(records.stream()
                        .flatMap(record -> record.operators().stream())
                        .toList()))
                .addArrayOfString(columns.texts(FirstVersions::supplier))
                .addArrayOfString(
                        columns.texts(record -> RecordEntry.issued(record).json()))
                .addArrayOfString(columns.texts(record -> record.event().subject()))
                .addArrayOfString(columns.texts(FirstVersions::recycledContent));
        JsonObject lineage =
                LineageChange.of(records.stream().flatMap(NewRecord::statement).toList());
        JsonArray pins = DocumentPins.of(records);
        List<NewRecord> reserving =
                records.stream().filter(record -> record.reserved() != null).toList();
        return lineage.isEmpty() && pins.isEmpty() && reserving.isEmpty()
                ? pool.preparedQuery(STATEMENT).execute(parameters).replaceWithVoid()
                : pool.withTransaction(connection -> connection
                        .preparedQuery(STATEMENT)
                        .execute(parameters)
                        .chain(() -> changeLineage(connection, lineage))
                        .chain(() -> pin(connection, pins))
                        .chain(() -> usePlaces(connection, reserving)));
    }

    private static Uni<?> changeLineage(SqlConnection connection, JsonObject lineage) {
        return lineage.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(LINEAGE).execute(Tuple.of(lineage.encode()));
    }

    private static Uni<?> pin(SqlConnection connection, JsonArray pins) {
        return pins.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(PINS).execute(Tuple.of(pins.encode()));
    }

    /** After the records: who sends the same again is told so, and not that its own place is taken. */
    private static Uni<Void> usePlaces(SqlConnection connection, List<NewRecord> reserving) {
        if (reserving.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Columns columns = new Columns(reserving);
        return connection
                .preparedQuery(PLACES)
                .execute(Tuple.tuple()
                        .addArrayOfString(
                                columns.texts(record -> record.operator().value()))
                        .addArrayOfString(columns.texts(record -> place(record).segment()))
                        .addArrayOfInteger(columns.of(
                                Integer[]::new, record -> place(record).index()))
                        .addArrayOfUUID(columns.of(
                                UUID[]::new,
                                record -> record.token().header().id().uuid())))
                .invoke(used -> PlaceUsed.requireAll(used.rowCount(), reserving.size()))
                .replaceWithVoid();
    }

    private static StatusPlace place(NewRecord record) {
        return Objects.requireNonNull(record.reserved());
    }

    private static @Nullable String productIdentifier(NewRecord record) {
        return record.content() instanceof Battery battery && battery.product() != null
                ? battery.product().value()
                : null;
    }

    private static @Nullable String recycledContent(NewRecord record) {
        return record.content() instanceof Battery battery
                ? Projections.recycledContent(battery, record.operator())
                : null;
    }

    private static @Nullable String modelId(NewRecord record) {
        if (record.content() instanceof BatteryModel model) {
            return Objects.toString(model.modelId());
        }
        return record.content() instanceof Battery battery && supplier(record) != null
                ? Objects.toString(battery.modelId())
                : null;
    }

    private static @Nullable String supplier(NewRecord record) {
        return Objects.toString(Projections.supplierOf(record), null);
    }

    private static @Nullable String batteryCategory(NewRecord record) {
        return record.content() instanceof BatteryModel model ? Objects.toString(model.category()) : null;
    }

    /** The records turned on their side: one array a column. */
    @NullUnmarked // a column may hold nulls, which the checker cannot follow through an array
    private record Columns(List<NewRecord> records) {

        <T> T[] of(IntFunction<T[]> array, Function<NewRecord, T> value) {
            T[] column = array.apply(records.size());
            IntStream.range(0, column.length).forEach(i -> column[i] = value.apply(records.get(i)));
            return column;
        }

        @Nullable
        String[] texts(Function<NewRecord, String> value) {
            return of(String[]::new, value);
        }
    }
}
