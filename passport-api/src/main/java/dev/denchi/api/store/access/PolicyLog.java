package dev.denchi.api.store.access;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The access policies that the service ran with, in the order they took effect. Nothing is ever taken out. */
@Singleton
public class PolicyLog {
    /** Any number will do, as long as nothing else in this database uses it. */
    private static final long LOCK = 0x706f6c696379L;

    private final Mutiny.SessionFactory sessions;

    PolicyLog(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Adds the policy unless it is the newest already, whichever replica starts first. @return all there are */
    public Uni<List<KeptPolicy>> add(KeptPolicy policy) {
        return sessions.withTransaction((session, transaction) -> session.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(" + LOCK + ") as text)", String.class)
                .getSingleResult()
                .chain(() -> all(session))
                .flatMap(kept -> isNewest(policy, kept)
                        ? Uni.createFrom().item(kept)
                        : session.persist(new PolicyRow(policy)).replaceWith(() -> and(kept, policy))));
    }

    private static Uni<List<KeptPolicy>> all(Mutiny.Session session) {
        return session.createSelectionQuery("from PolicyRow order by effectiveAt", PolicyRow.class)
                .getResultList()
                .map(rows -> rows.stream().map(PolicyRow::toDomain).toList());
    }

    private static boolean isNewest(KeptPolicy policy, List<KeptPolicy> kept) {
        return !kept.isEmpty() && kept.get(kept.size() - 1).sha256().equals(policy.sha256());
    }

    private static List<KeptPolicy> and(List<KeptPolicy> kept, KeptPolicy policy) {
        List<KeptPolicy> all = new ArrayList<>(kept);
        all.add(policy);
        return all;
    }
}
