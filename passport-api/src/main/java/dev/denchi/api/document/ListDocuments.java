package dev.denchi.api.document;

import dev.denchi.api.store.record.Head;
import dev.denchi.api.store.record.Versions;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.model.credential.PinnedDocument;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What an operator keeps, and what its records point at and is not here. */
@Singleton
class ListDocuments {
    private static final String HASHES = """
            select sha256 from (
              select d.sha256 from passport.document d
              where d.operator_id = :operator and d.sha256 > :after and :state <> 'missing'
              union
              select p.sha256 from passport.document_pin p
              where p.operator_id = :operator and p.sha256 > :after and (:state = 'all' or :state = 'missing' and not exists (
                select from passport.document k where k.operator_id = p.operator_id and k.sha256 = p.sha256))) each
            order by sha256 limit :most""";

    private static final String PINS = """
            select distinct on (p.sha256) p.sha256, r.subject, r.record_id, r.version, count(*) over (partition by p.sha256)
            from passport.document_pin p join passport.record r on r.record_id = p.record_id and r.version = p.version
            where p.operator_id = :operator and p.sha256 in (:hashes)
            order by p.sha256, r.issued_at desc, r.record_id, r.version desc""";

    private final TenantSessions tenants;
    private final Versions versions;

    /** Which part of them. */
    enum State {
        ALL,
        KEPT,
        MISSING
    }

    /**
     * A document, by its hash.
     *
     * @param kept {@code null} when it is not here
     * @param pin {@code null} when no record points at it
     */
    record Listed(
            String sha256,
            @Nullable Document kept,
            @Nullable Pin pin) {}

    /**
     * How records point at it.
     *
     * @param by the version that was issued last of those that do
     * @param document as that version says
     * @param times how often it is pointed at, in all versions
     */
    record Pin(Head by, PinnedDocument document, long times) {}

    private record Pinning(String sha256, Head by, long times) {}

    private record Page(List<String> hashes, Map<String, Document> kept, List<Pinning> pinning) {}

    ListDocuments(TenantSessions tenants, Versions versions) {
        this.tenants = tenants;
        this.versions = versions;
    }

    /** Those behind {@code after} in the order of their hashes. */
    Uni<List<Listed>> of(OperatorId operator, State state, String after, int most) {
        return tenants.of(
                        operator,
                        session -> hashes(session, operator, state, after, most)
                                .chain(hashes -> page(session, operator, hashes)))
                .chain(this::listed);
    }

    private static Uni<List<String>> hashes(
            Mutiny.Session session, OperatorId operator, State state, String after, int most) {
        return session.createNativeQuery(HASHES, String.class)
                .setParameter("operator", operator.value())
                .setParameter("after", after)
                .setParameter("state", state.name().toLowerCase(Locale.ROOT))
                .setParameter("most", most)
                .getResultList();
    }

    private static Uni<Page> page(Mutiny.Session session, OperatorId operator, List<String> hashes) {
        return hashes.isEmpty()
                ? Uni.createFrom().item(new Page(hashes, Map.of(), List.of()))
                : kept(session, operator, hashes)
                        .chain(kept ->
                                pinning(session, operator, hashes).map(pinning -> new Page(hashes, kept, pinning)));
    }

    private static Uni<Map<String, Document>> kept(Mutiny.Session session, OperatorId operator, List<String> hashes) {
        return Documents.find(session, operator, hashes)
                .map(kept -> kept.stream().collect(Collectors.toMap(Document::sha256, Function.identity())));
    }

    private static Uni<List<Pinning>> pinning(Mutiny.Session session, OperatorId operator, List<String> hashes) {
        return session.createNativeQuery(PINS, Object[].class)
                .setParameter("operator", operator.value())
                .setParameter("hashes", hashes)
                .getResultList()
                .map(rows -> rows.stream().map(row -> pinning(operator, row)).toList());
    }

    private static Pinning pinning(OperatorId operator, Object[] row) {
        Head by = new Head(
                new Subject((String) row[1]),
                new RecordId((UUID) row[2]),
                ((Number) row[3]).intValue(),
                operator,
                false);
        return new Pinning((String) row[0], by, ((Number) row[4]).longValue());
    }

    private Uni<List<Listed>> listed(Page page) {
        return versions.of(page.pinning().stream().map(Pinning::by).toList()).map(records -> {
            Map<String, Pin> pins = new TreeMap<>();
            for (int i = 0; i < records.size(); i++) {
                Pinning pinning = page.pinning().get(i);
                records.get(i).token().documents().stream()
                        .filter(document -> document.sha256().equals(pinning.sha256()))
                        .findFirst()
                        .ifPresent(document ->
                                pins.put(pinning.sha256(), new Pin(pinning.by(), document, pinning.times())));
            }
            return page.hashes().stream()
                    .map(hash -> new Listed(hash, page.kept().get(hash), pins.get(hash)))
                    .toList();
        });
    }
}
