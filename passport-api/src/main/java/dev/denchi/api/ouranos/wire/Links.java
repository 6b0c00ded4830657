package dev.denchi.api.ouranos.wire;

import dev.denchi.api.sign.ServiceAddress;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a list goes on. */
@Singleton
public class Links {
    private final ServiceAddress address;

    Links(ServiceAddress address) {
        this.address = address;
    }

    /** {@code null} when it does not. */
    @Nullable
    public String next(Query query, @Nullable UUID after) {
        return after == null ? null : address.publicUrl() + "/api/v1/datatransport" + query.from(after);
    }
}
