package dev.denchi.api.store;

import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The operators and callers that this service knows. */
@Singleton
public class Directory {
    private final Mutiny.SessionFactory sessions;

    Directory(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** The caller whose key has this hash; {@code null} when there is none. */
    public Uni<KnownCaller> caller(String keySha256) {
        return sessions.withSession(
                session -> session.find(CallerRow.class, keySha256).map(row -> row == null ? null : row.toDomain()));
    }

    /** {@code null} when there is none. */
    public Uni<Operator> operator(OperatorId id) {
        return sessions.withSession(
                session -> session.find(OperatorRow.class, id.value()).map(row -> row == null ? null : row.toDomain()));
    }

    public Uni<List<Operator>> operators() {
        return sessions.withSession(session -> session.createSelectionQuery("from OperatorRow", OperatorRow.class)
                .getResultList()
                .map(rows -> rows.stream().map(OperatorRow::toDomain).toList()));
    }

    /** Adds or changes the operators, and makes {@code callers} the only callers there are. */
    public Uni<Void> replace(List<Operator> operators, List<KnownCaller> callers) {
        return sessions.withStatelessTransaction(session -> session.upsertAll(
                        operators.stream().map(OperatorRow::new).toArray())
                .call(() -> session.createMutationQuery("delete from CallerRow").executeUpdate())
                .call(() ->
                        session.insertAll(callers.stream().map(CallerRow::new).toArray())));
    }
}
