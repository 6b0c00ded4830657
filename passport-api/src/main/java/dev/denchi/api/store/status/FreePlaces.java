package dev.denchi.api.store.status;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The places that this replica has taken for one operator. New ones are fetched before the last is gone, by one request at a time. */
final class FreePlaces {
    private static final Logger LOG = Logger.getLogger(FreePlaces.class);
    private static final int FEW = 128;

    private final Supplier<Uni<List<StatusPlace>>> block;
    private final Deque<StatusPlace> free = new ArrayDeque<>();
    private @Nullable Uni<Void> underWay;

    FreePlaces(Supplier<Uni<List<StatusPlace>>> block) {
        this.block = block;
    }

    /** {@code null} when there is none at hand. */
    @Nullable
    StatusPlace poll() {
        StatusPlace next;
        boolean isLast;
        synchronized (this) {
            next = free.poll();
            isLast = next != null && free.size() == FEW;
        }
        if (isLast) {
            refilled()
                    .subscribe()
                    .with(done -> {}, failure -> LOG.warn("places in status lists will be asked for again", failure));
        }
        return next;
    }

    /** Completes when there are some at hand, unless others were faster. */
    synchronized Uni<Void> refilled() {
        if (underWay == null) {
            underWay = Uni.createFrom()
                    .deferred(block::get)
                    .invoke(this::add)
                    .replaceWithVoid()
                    .onTermination()
                    .invoke(this::over)
                    .memoize()
                    .indefinitely();
        }
        return underWay;
    }

    private synchronized void add(List<StatusPlace> places) {
        free.addAll(places);
    }

    private synchronized void over() {
        underWay = null;
    }
}
