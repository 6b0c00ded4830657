package dev.denchi.api.store.session;

import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Transactions that declare whose rows they write, and read where those are nobody else's business. PostgreSQL refuses or hides
 * every other operator's (docs/decisions: row-level-security), and forgets the declaration when the transaction ends.
 */
@Singleton
public class TenantSessions {
    /** Executed as an update, though it answers a row: Hibernate Reactive plans a native query with a result anew each time. */
    private static final String DECLARE = "select set_config('denchi.operators', :operators, true)";

    private final Mutiny.SessionFactory sessions;

    TenantSessions(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    public <T> Uni<T> of(OperatorId operator, Function<Mutiny.Session, Uni<T>> work) {
        return of(List.of(operator), work);
    }

    public <T> Uni<T> of(Collection<OperatorId> operators, Function<Mutiny.Session, Uni<T>> work) {
        return sessions.withTransaction(
                (session, transaction) -> declare(session, operators).chain(() -> work.apply(session)));
    }

    /** From here on, the transaction of this session works for these operators and no other. */
    public Uni<Void> declare(Mutiny.Session session, Collection<OperatorId> operators) {
        return session.createNativeQuery(DECLARE)
                .setParameter("operators", text(operators))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** As {@link #of}, for several and without keeping what is written in mind. */
    public <T> Uni<T> statelessOf(Collection<OperatorId> operators, Function<Mutiny.StatelessSession, Uni<T>> work) {
        return sessions.withStatelessTransaction((session, transaction) -> session.createNativeQuery(DECLARE)
                .setParameter("operators", text(operators))
                .executeUpdate()
                .chain(() -> work.apply(session)));
    }

    /** As the setting has them; an operator's id has no comma. */
    public static String text(Collection<OperatorId> operators) {
        return operators.stream().map(OperatorId::value).distinct().collect(Collectors.joining(","));
    }
}
