package dev.denchi.api.store.operator;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The models whose passports are on offer: an operator's own, and those of suppliers that it has built batteries on. */
@Singleton
public class Offers {
    private static final String SELECTION = """
            from OfferRow m join fetch m.operator o
            where (:operator is null or o.id = :operator) and (:model is null or m.key.modelId = :model)
              and (:category is null or m.batteryCategory = :category)
            """;

    private final Mutiny.SessionFactory sessions;

    Offers(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Which models; a part that is {@code null} selects all.
     *
     * @param operator the operator's id
     */
    public record Selection(
            @Nullable String operator,
            @Nullable String model,
            @Nullable String category) {}

    /** A page of models, ordered by operator and model. */
    public Uni<List<OfferedModel>> page(Selection selection, int offset, int limit) {
        return sessions.withSession(session -> selecting(
                        session.createSelectionQuery(SELECTION + " order by o.id, m.key.modelId", OfferRow.class),
                        selection)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(OfferRow::toDomain).toList()));
    }

    public Uni<Long> count(Selection selection) {
        return sessions.withSession(session -> selecting(
                        session.createSelectionQuery(
                                "select count(*) " + SELECTION.replace("join fetch", "join"), Long.class),
                        selection)
                .getSingleResult());
    }

    private static <T> Mutiny.SelectionQuery<T> selecting(Mutiny.SelectionQuery<T> query, Selection selection) {
        return query.setParameter("operator", selection.operator())
                .setParameter("model", selection.model())
                .setParameter("category", selection.category());
    }
}
