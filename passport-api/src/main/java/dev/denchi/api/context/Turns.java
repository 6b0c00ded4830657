package dev.denchi.api.context;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work that is done again and again, one turn after the other, until the service stops. The turn under way ends first. */
public final class Turns {
    private final Vertx vertx;
    private final Supplier<Uni<Duration>> turn;
    private final Function<Throwable, Duration> failed;
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean stopping;
    private @Nullable Context context;

    /**
     * @param turn answers how long to rest before the next one
     * @param failed the same of a turn that failed; not asked when the service stops, as failing is part of that
     */
    public Turns(Vertx vertx, Supplier<Uni<Duration>> turn, Function<Throwable, Duration> failed) {
        this.vertx = vertx;
        this.turn = turn;
        this.failed = failed;
    }

    public void begin() {
        context = vertx.getOrCreateContext();
        after(Duration.ZERO);
    }

    /** Waits for the turn under way; whether it ended in time. */
    public boolean end(Duration atMost) throws InterruptedException {
        stopping = true;
        return finished.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void after(Duration rest) {
        if (stopping) {
            finished.countDown();
            return;
        }
        Context root = Objects.requireNonNull(context);
        vertx.setTimer(Math.max(1, rest.toMillis()), timer -> ofItsOwn(root).runOnContext(ignored -> next()));
    }

    /** Hibernate Reactive keeps its session in the context: each turn gets one that nobody else uses. */
    private static Context ofItsOwn(Context root) {
        Context own = Objects.requireNonNull(VertxContext.createNewDuplicatedContext(root));
        VertxContextSafetyToggle.setContextSafe(own, true);
        return own;
    }

    private void next() {
        if (stopping) {
            finished.countDown();
            return;
        }
        turn.get().subscribe().with(this::after, failure -> after(stopping ? Duration.ZERO : failed.apply(failure)));
    }
}
