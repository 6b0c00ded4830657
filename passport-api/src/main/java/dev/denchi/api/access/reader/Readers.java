package dev.denchi.api.access.reader;

import dev.denchi.api.access.Caller;
import dev.denchi.api.store.access.Partner;
import dev.denchi.model.access.Reader;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a caller is as a reader of somebody's records. */
@Singleton
public class Readers {
    private final GrantsInForce grants;

    Readers(GrantsInForce grants) {
        this.grants = grants;
    }

    /**
     * Its own operator sees all of a record; others what their group may see, or their agreement covers, and besides what the
     * record's operator granted them.
     */
    public Uni<Readership> of(Caller caller, Collection<OperatorId> owners) {
        Reader general = general(caller);
        OperatorId own = owners.stream().filter(caller::belongsTo).findFirst().orElse(null);
        Partner partner = partner(caller);
        Set<OperatorId> others =
                owners.stream().filter(owner -> !caller.belongsTo(owner)).collect(Collectors.toUnmodifiableSet());
        return partner == null || others.isEmpty()
                ? Uni.createFrom().item(new Readership(general, own, Set.of()))
                : grants.of(partner, others).map(granted -> new Readership(general, own, granted));
    }

    private static Reader general(Caller caller) {
        return caller.token() == null
                ? Reader.inGroup(caller.role().readers())
                : Reader.of(caller.token().points());
    }

    private static @Nullable Partner partner(Caller caller) {
        if (caller.token() != null) {
            return Partner.participant(caller.token().participant());
        }
        return caller.operator() == null ? null : Partner.operator(caller.operator());
    }
}
