package dev.denchi.api.access;

import dev.denchi.model.access.Reader;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What a caller is as a reader of somebody's records. */
@Singleton
public class Readers {

    /** Its own operator sees all of a record; others what their group may see, or their agreement covers. */
    public Uni<Readership> of(Caller caller, Collection<OperatorId> owners) {
        return Uni.createFrom().item(new Readership(general(caller), ownAmong(caller, owners)));
    }

    private static Reader general(Caller caller) {
        return caller.token() == null
                ? Reader.inGroup(caller.role().readers())
                : Reader.of(caller.token().points());
    }

    private static @Nullable OperatorId ownAmong(Caller caller, Collection<OperatorId> owners) {
        return caller.operator() != null && owners.contains(caller.operator()) ? caller.operator() : null;
    }
}
