package dev.denchi.api.store.operator;

import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The operators that this service knows. */
@Singleton
public class Directory {
    private final Mutiny.SessionFactory sessions;
    private final TenantSessions tenants;

    Directory(Mutiny.SessionFactory sessions, TenantSessions tenants) {
        this.sessions = sessions;
        this.tenants = tenants;
    }

    /** {@code null} when there is none. */
    public Uni<Operator> operator(OperatorId id) {
        return sessions.withSession(
                session -> session.find(OperatorRow.class, id.value()).map(row -> row == null ? null : row.toDomain()));
    }

    /** Those that sign here. */
    public Uni<List<Operator>> operators() {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from OperatorRow o where not exists (select 1 from ForeignOperatorRow f where f.operatorId = o.id)",
                        OperatorRow.class)
                .getResultList()
                .map(rows -> rows.stream().map(OperatorRow::toDomain).toList()));
    }

    /** Adds or changes the operators, and makes {@code keys} the only API keys that came from a file. */
    public Uni<Void> replace(List<Operator> operators, List<ApiKey> keys) {
        List<OperatorId> written = Stream.concat(
                        operators.stream().map(Operator::id), keys.stream().map(ApiKey::operator))
                .toList();
        return tenants.statelessOf(
                written,
                session -> session.upsertAll(
                                operators.stream().map(OperatorRow::new).toArray())
                        .call(() -> session.createNativeQuery(
                                        "select cast(passport.forget_keys_of_file() as text)", String.class)
                                .getSingleResult())
                        .call(() -> session.insertAll(keys.stream()
                                .map(key -> new ApiKeyRow(key, true))
                                .toArray())));
    }
}
