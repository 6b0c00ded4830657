package dev.denchi.api.store;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * Lets records that arrive together share one statement. There is no timer: what comes while statements are under way goes
 * into the next, so a lone record waits for nothing and the groups grow with the load.
 *
 * <p>A group that fails is written again one by one, so that each record meets only its own fault. A full queue is told to
 * the caller at once.
 */
final class GroupCommit<T> {
    private static final int STATEMENTS_AT_ONCE = 2;
    private static final int LARGEST_GROUP = 128;
    private static final int LONGEST_QUEUE = 4096;

    private final Function<List<T>, Uni<Void>> write;
    private final Deque<Waiting<T>> queue = new ArrayDeque<>();
    private int underWay;

    private record Waiting<T>(T item, UniEmitter<? super Void> answer) {}

    GroupCommit(Function<List<T>, Uni<Void>> write) {
        this.write = write;
    }

    /** Completes when the item is committed. Fails with {@link QueueFull} or what its own writing failed with. */
    Uni<Void> add(T item) {
        return Uni.createFrom().emitter(answer -> {
            if (enqueue(new Waiting<>(item, answer))) {
                next();
            } else {
                answer.fail(new QueueFull());
            }
        });
    }

    private synchronized boolean enqueue(Waiting<T> waiting) {
        return queue.size() < LONGEST_QUEUE && queue.add(waiting);
    }

    private void next() {
        List<Waiting<T>> group = takeGroup();
        if (!group.isEmpty()) {
            write.apply(items(group)).subscribe().with(done -> succeeded(group), failure -> failed(group, failure));
        }
    }

    private synchronized List<Waiting<T>> takeGroup() {
        List<Waiting<T>> group = new ArrayList<>();
        if (underWay < STATEMENTS_AT_ONCE) {
            while (!queue.isEmpty() && group.size() < LARGEST_GROUP) {
                group.add(queue.remove());
            }
            underWay += group.isEmpty() ? 0 : 1;
        }
        return group;
    }

    private void succeeded(List<Waiting<T>> group) {
        finished();
        group.forEach(waiting -> waiting.answer().complete(null));
    }

    private void failed(List<Waiting<T>> group, Throwable failure) {
        finished();
        if (group.size() == 1) {
            group.get(0).answer().fail(failure);
        } else {
            group.forEach(this::writeAlone);
        }
    }

    private void writeAlone(Waiting<T> waiting) {
        write.apply(List.of(waiting.item()))
                .subscribe()
                .with(done -> waiting.answer().complete(null), waiting.answer()::fail);
    }

    private void finished() {
        synchronized (this) {
            underWay--;
        }
        next();
    }

    private static <T> List<T> items(List<Waiting<T>> group) {
        return group.stream().map(Waiting::item).toList();
    }

    /** More records wait than can be written in reasonable time. */
    static final class QueueFull extends RuntimeException {
        private static final long serialVersionUID = 1L;

        QueueFull() {
            super("more than " + LONGEST_QUEUE + " records wait to be written", null, false, false);
        }
    }
}
