package dev.denchi.api.store.status;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Violation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;

/** The places in status lists that operators asked for, and which record uses which: each is given out once, and used once. */
@Singleton
public class ReservedPlaces {
    /** One request of an operator at a time, so that each counts what the others were given. */
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('status_place ' || cast(:operator as text), 0))";

    private static final String ADD = """
            insert into passport.status_place (operator_id, segment, place, reserved_at, request_key, request_sha256)
            select :operator, segment, place, :at, nullif(:key, ''), nullif(:sha256, '')
            from json_to_recordset(cast(cast(:places as text) as json)) as given(segment text, place integer)""";

    private static final String USE = """
            update passport.status_place set record_id = :record, version = :version
            where operator_id = :operator and segment = :segment and place = :place and record_id is null""";

    private final TenantSessions tenants;

    ReservedPlaces(TenantSessions tenants) {
        this.tenants = tenants;
    }

    /** Those that no record uses yet, the oldest first. */
    public Uni<List<ReservedPlace>> unused(OperatorId operator) {
        return tenants.of(
                operator,
                session -> session.createSelectionQuery(
                                "from ReservedPlaceRow where key.operatorId = :operator and recordId is null order by reservedAt, key.segment, key.place",
                                ReservedPlaceRow.class)
                        .setParameter("operator", operator.value())
                        .getResultList()
                        .map(ReservedPlaces::places));
    }

    /** How many no record uses yet. */
    public Uni<Integer> countUnused(OperatorId operator) {
        return tenants.of(operator, session -> countUnused(session, operator));
    }

    private static Uni<Integer> countUnused(Mutiny.Session session, OperatorId operator) {
        return session.createSelectionQuery(
                        "select count(*) from ReservedPlaceRow where key.operatorId = :operator and recordId is null",
                        Long.class)
                .setParameter("operator", operator.value())
                .getSingleResult()
                .map(Long::intValue);
    }

    /** {@code null} when it was not given out on request, or to somebody else. */
    public Uni<ReservedPlace> find(OperatorId operator, StatusPlace place) {
        return tenants.of(
                operator,
                session -> session.find(
                                ReservedPlaceRow.class,
                                new ReservedPlaceRow.Key(operator.value(), place.segment(), place.index()))
                        .map(row -> row == null ? null : row.toDomain()));
    }

    /** What this request was answered with before; empty when it is new, fails with {@link Rejected} when its key was another request's. */
    public Uni<List<ReservedPlace>> answered(Reservation request) {
        return tenants.of(request.operator(), session -> answered(session, request));
    }

    /**
     * Keeps that these places are the operator's.
     *
     * @param drawn places that nobody else has
     * @param most so many may be unused at a time
     * @return what the request has, which are others when it was answered meanwhile; fails with {@link Rejected} when too many would be unused
     */
    public Uni<List<ReservedPlace>> keep(Reservation request, List<StatusPlace> drawn, Instant at, int most) {
        return tenants.of(
                request.operator(),
                session -> session.createNativeQuery(LOCK)
                        .setParameter("operator", request.operator().value())
                        .executeUpdate()
                        .chain(() -> answered(session, request))
                        .flatMap(before -> before.isEmpty()
                                ? added(session, request, drawn, at, most)
                                : Uni.createFrom().item(before)));
    }

    /** Fails with {@link Rejected} when so many more would be too many. */
    public static void requireRoom(int unused, int more, int most) {
        if (unused + more > most) {
            throw Rejected.invalid(
                    ProblemType.INVALID_REQUEST,
                    List.of(new Violation(
                            "/count",
                            "places-are-used-first",
                            unused + " places are reserved that no record uses, and " + more
                                    + " more would be over the limit of " + most
                                    + "; name those first, GET /v1/status-places lists them")));
        }
    }

    private static Uni<List<ReservedPlace>> answered(Mutiny.Session session, Reservation request) {
        return request.key() == null
                ? Uni.createFrom().item(List.of())
                : session.createSelectionQuery(
                                "from ReservedPlaceRow where key.operatorId = :operator and requestKey = :key order by key.segment, key.place",
                                ReservedPlaceRow.class)
                        .setParameter("operator", request.operator().value())
                        .setParameter("key", request.key())
                        .getResultList()
                        .invoke(rows -> requireSame(rows, request))
                        .map(ReservedPlaces::places);
    }

    private static void requireSame(List<ReservedPlaceRow> rows, Reservation request) {
        if (rows.stream().anyMatch(row -> !Objects.equals(row.requestSha256(), request.sha256()))) {
            throw Rejected.because(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "this Idempotency-Key came with another request before; take a new key for a new request");
        }
    }

    private static Uni<List<ReservedPlace>> added(
            Mutiny.Session session, Reservation request, List<StatusPlace> drawn, Instant at, int most) {
        return countUnused(session, request.operator())
                .invoke(unused -> requireRoom(unused, drawn.size(), most))
                .chain(() -> session.createNativeQuery(ADD)
                        .setParameter("operator", request.operator().value())
                        .setParameter("at", at)
                        .setParameter("key", Objects.requireNonNullElse(request.key(), ""))
                        .setParameter("sha256", Objects.requireNonNullElse(request.sha256(), ""))
                        .setParameter("places", json(drawn))
                        .executeUpdate())
                .replaceWith(() -> drawn.stream()
                        .map(place -> new ReservedPlace(place, at, null, 0))
                        .toList());
    }

    /**
     * From this transaction on the place is this version's.
     *
     * @return fails with {@link PlaceUsed} when it is not free
     */
    public static Uni<Void> use(Mutiny.Session session, OperatorId operator, StatusPlace place, RecordHeader by) {
        return session.createNativeQuery(USE)
                .setParameter("record", by.id().uuid())
                .setParameter("version", by.version())
                .setParameter("operator", operator.value())
                .setParameter("segment", place.segment())
                .setParameter("place", place.index())
                .executeUpdate()
                .invoke(used -> PlaceUsed.requireAll(used, 1))
                .replaceWithVoid();
    }

    private static List<ReservedPlace> places(List<ReservedPlaceRow> rows) {
        return rows.stream().map(ReservedPlaceRow::toDomain).toList();
    }

    private static String json(List<StatusPlace> places) {
        JsonArray json = new JsonArray();
        places.forEach(place ->
                json.add(new JsonObject().put("segment", place.segment()).put("place", place.index())));
        return json.encode();
    }
}
