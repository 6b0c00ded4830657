package dev.denchi.api.store.session;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.List;
import java.util.function.Function;

/**
 * Lets records that arrive together share one statement, as {@link Groups} has them.
 *
 * <p>A group that fails is written again one by one, so that each record meets only its own fault. A full queue is told to
 * the caller at once.
 */
public final class GroupCommit<T> {
    private static final int LONGEST_QUEUE = 4096;

    private final Function<List<T>, Uni<Void>> write;
    private final Groups<Waiting<T>> groups = new Groups<>(LONGEST_QUEUE, this::send);

    private record Waiting<T>(T item, UniEmitter<? super Void> answer) {}

    public GroupCommit(Function<List<T>, Uni<Void>> write) {
        this.write = write;
    }

    /** Completes when the item is committed. Fails with {@link QueueFull} or what its own writing failed with. */
    public Uni<Void> add(T item) {
        return Uni.createFrom().emitter(answer -> {
            if (!groups.add(new Waiting<>(item, answer))) {
                answer.fail(new QueueFull());
            }
        });
    }

    private void send(List<Waiting<T>> group) {
        written(group).subscribe().with(done -> succeeded(group), failure -> failed(group, failure));
    }

    /** Fails also where no statement could be made. */
    private Uni<Void> written(List<Waiting<T>> group) {
        return Uni.createFrom()
                .deferred(() -> write.apply(group.stream().map(Waiting::item).toList()));
    }

    private void succeeded(List<Waiting<T>> group) {
        groups.finished();
        group.forEach(waiting -> waiting.answer().complete(null));
    }

    private void failed(List<Waiting<T>> group, Throwable failure) {
        groups.finished();
        if (group.size() == 1) {
            group.get(0).answer().fail(failure);
        } else {
            group.forEach(this::writeAlone);
        }
    }

    private void writeAlone(Waiting<T> waiting) {
        written(List.of(waiting)).subscribe().with(done -> waiting.answer().complete(null), waiting.answer()::fail);
    }

    /** More records wait than can be written in reasonable time. */
    public static final class QueueFull extends RuntimeException {
        private static final long serialVersionUID = 1L;

        QueueFull() {
            super("more than " + LONGEST_QUEUE + " records wait to be written", null, false, false);
        }
    }
}
