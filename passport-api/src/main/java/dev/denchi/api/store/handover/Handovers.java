package dev.denchi.api.store.handover;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.audit.PendingAuditRow;
import dev.denchi.api.store.handover.Handover.Taken;
import dev.denchi.api.store.operator.ForeignOperators;
import dev.denchi.api.store.record.DocumentPins;
import dev.denchi.api.store.record.HeadNews;
import dev.denchi.api.store.record.Projections;
import dev.denchi.api.store.record.RecordRow;
import dev.denchi.api.store.record.Records;
import dev.denchi.api.store.session.SqlState;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Battery;
import dev.denchi.model.passport.RecordKind;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes over what other services kept: all of a package, or nothing. What is there already stays, byte for byte. */
@Singleton
public class Handovers {
    private final TenantSessions tenants;
    private final HeadNews news;

    Handovers(TenantSessions tenants, HeadNews news) {
        this.tenants = tenants;
        this.news = news;
    }

    /** What else a package brings, kept in the transaction that keeps its records. */
    public interface Beside {

        /** How much of it is new. */
        Uni<Integer> keep(Mutiny.Session session, Handover handover);
    }

    /** How much of a package was not here before. */
    public record Added(int versions, int besides) {}

    /**
     * Keeps what is new of it.
     *
     * @return fails with {@link Rejected} when an operator or a record of it is another's here
     */
    public Uni<Added> keep(Handover handover, Beside beside) {
        List<OperatorId> written = Stream.concat(
                        Stream.of(handover.by().operator()),
                        handover.operators().stream()
                                .map(foreign -> foreign.operator().id()))
                .distinct()
                .toList();
        return tenants.of(
                        written,
                        session -> sum(
                                        handover.operators(),
                                        foreign -> ForeignOperators.keep(
                                                session, foreign, handover.by().operator(), handover.at()))
                                .chain(() -> sum(handover.versions(), taken -> version(session, taken, handover)))
                                .call(() -> sum(handover.statusLists(), list -> HandedStatus.list(session, list)))
                                .chain(versions ->
                                        beside.keep(session, handover).map(besides -> new Added(versions, besides))))
                .invoke(() -> handover.versions()
                        .forEach(taken ->
                                news.changedHere(taken.record().token().header().subject())))
                .onFailure(SqlState::isDuplicate)
                .transform(
                        e -> Rejected.because(
                                ProblemType.SUBJECT_EXISTS,
                                "a record, a product or an issuer of the package is here already, as somebody else's; nothing was stored"));
    }

    private static Uni<Integer> version(Mutiny.Session session, Taken taken, Handover handover) {
        var header = taken.record().token().header();
        return session.find(RecordRow.class, new RecordRow.Key(header.id().uuid(), header.version()))
                .flatMap(kept -> kept == null
                        ? added(session, taken, handover).replaceWith(1)
                        : Uni.createFrom().item(requireSame(kept, taken)))
                .call(() -> HandedStatus.told(session, taken, handover));
    }

    private static int requireSame(RecordRow kept, Taken taken) {
        if (!kept.hasBytes(taken.record().bytes())) {
            var header = taken.record().token().header();
            throw Rejected.because(
                    ProblemType.SUBJECT_EXISTS,
                    "version " + header.version() + " of record " + header.id() + " is here with other bytes");
        }
        return 0;
    }

    private static Uni<?> added(Mutiny.Session session, Taken taken, Handover handover) {
        return session.persist(new RecordRow(taken.record()))
                .chain(session::flush)
                .chain(() -> head(session, taken))
                .chain(() -> passport(session, taken))
                .chain(() -> DocumentPins.keep(
                        session, taken.record().operator(), taken.record().token()))
                .chain(() -> session.persist(new PendingAuditRow(HandedEntry.taken(taken, handover))));
    }

    /** The next version moves the head of the one before, and no other. */
    private static Uni<?> head(Mutiny.Session session, Taken taken) {
        var header = taken.record().token().header();
        String statement = header.version() == 1
                ? "insert into passport.record_head (subject, record_id, version, operator_id) values (:subject, :id, :version, :operator)"
                : "update passport.record_head set version = :version, revoked_at = null where record_id = :id and version = :version - 1 and subject = :subject and operator_id = :operator";
        return session.createNativeQuery(statement)
                .setParameter("subject", header.subject().value())
                .setParameter("id", header.id().uuid())
                .setParameter("version", header.version())
                .setParameter("operator", taken.record().operator().value())
                .executeUpdate()
                .invoke(Records::requireOne);
    }

    private static Uni<?> passport(Mutiny.Session session, Taken taken) {
        var token = taken.record().token();
        if (token.header().kind() != RecordKind.BATTERY) {
            return Uni.createFrom().voidItem();
        }
        Battery battery = (Battery) token.content();
        return session.createNativeQuery("""
                        insert into passport.passport (subject, product_identifier, operator_id, marked_for_deletion_at, recycled_content)
                        values (:subject, :product, :operator, cast(nullif(:marked, '') as timestamptz), nullif(:recycledContent, ''))
                        on conflict (subject) do update
                          set marked_for_deletion_at = excluded.marked_for_deletion_at, recycled_content = excluded.recycled_content""")
                .setParameter("subject", token.header().subject().value())
                .setParameter("product", Objects.toString(battery.product()))
                .setParameter("operator", taken.record().operator().value())
                .setParameter(
                        "marked",
                        battery.isMarkedForDeletion()
                                ? token.header().issuedAt().toString()
                                : "")
                .setParameter(
                        "recycledContent",
                        Objects.requireNonNullElse(
                                Projections.recycledContent(
                                        battery, taken.record().operator()),
                                ""))
                .executeUpdate();
    }

    /** One after the other: a session is one thread's. */
    public static <T> Uni<Integer> sum(List<T> all, Function<? super T, Uni<? extends Integer>> one) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(one)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }
}
