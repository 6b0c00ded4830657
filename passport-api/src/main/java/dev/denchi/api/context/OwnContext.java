package dev.denchi.api.context;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Gives each piece of work a context of its own on the upload's event loop: a session belongs to a context, and lines that are
 * under way together must not share one. It also lets other requests have their turn between two lines.
 */
public final class OwnContext {
    private final Context root;

    private OwnContext(Context root) {
        this.root = root;
    }

    public static OwnContext here() {
        return new OwnContext(Objects.requireNonNull(Vertx.currentContext(), "uploads are read on an event loop"));
    }

    /** What has begun goes to its end, also when nobody waits for it any more: a transaction must not be left by half. */
    public <T> Uni<T> run(Supplier<Uni<? extends T>> work) {
        return Uni.createFrom().deferred(() -> {
            Context own = Objects.requireNonNull(VertxContext.createNewDuplicatedContext(root));
            return Uni.createFrom()
                    .deferred(work)
                    .runSubscriptionOn(command -> own.runOnContext(ignored -> command.run()))
                    .memoize()
                    .indefinitely(); // takes no cancellation upstream
        });
    }
}
