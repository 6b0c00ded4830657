package dev.denchi.api.store;

import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The operators that this service knows. */
@Singleton
public class Directory {
    private final Mutiny.SessionFactory sessions;

    Directory(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
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

    /** Adds or changes the operators, and makes {@code keys} the only API keys that came from a file. */
    public Uni<Void> replace(List<Operator> operators, List<ApiKey> keys) {
        return sessions.withStatelessTransaction(session -> session.upsertAll(
                        operators.stream().map(OperatorRow::new).toArray())
                .call(() -> session.createMutationQuery("delete from ApiKeyRow where fromFile")
                        .executeUpdate())
                .call(() -> session.insertAll(
                        keys.stream().map(key -> new ApiKeyRow(key, true)).toArray())));
    }
}
