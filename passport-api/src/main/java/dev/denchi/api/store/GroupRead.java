package dev.denchi.api.store;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * Lets questions that arrive together share one statement, as {@link GroupCommit} does for writes: each is answered from its place in the
 * list of answers. There is no timer.
 */
final class GroupRead<Q, A> {
    private static final int STATEMENTS_AT_ONCE = 2;
    private static final int LARGEST_GROUP = 128;

    private final Function<List<Q>, Uni<List<A>>> read;
    private final Deque<Waiting<Q, A>> queue = new ArrayDeque<>();
    private int underWay;

    private record Waiting<Q, A>(Q question, UniEmitter<? super A> answer) {}

    GroupRead(Function<List<Q>, Uni<List<A>>> read) {
        this.read = read;
    }

    Uni<A> ask(Q question) {
        return Uni.createFrom().emitter(answer -> {
            enqueue(new Waiting<>(question, answer));
            next();
        });
    }

    private synchronized void enqueue(Waiting<Q, A> waiting) {
        queue.add(waiting);
    }

    private void next() {
        List<Waiting<Q, A>> group = takeGroup();
        if (!group.isEmpty()) {
            read.apply(group.stream().map(Waiting::question).toList())
                    .subscribe()
                    .with(answers -> succeeded(group, answers), failure -> failed(group, failure));
        }
    }

    private synchronized List<Waiting<Q, A>> takeGroup() {
        List<Waiting<Q, A>> group = new ArrayList<>();
        if (underWay < STATEMENTS_AT_ONCE) {
            while (!queue.isEmpty() && group.size() < LARGEST_GROUP) {
                group.add(queue.remove());
            }
            underWay += group.isEmpty() ? 0 : 1;
        }
        return group;
    }

    private void succeeded(List<Waiting<Q, A>> group, List<A> answers) {
        finished();
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer().complete(answers.get(i));
        }
    }

    private void failed(List<Waiting<Q, A>> group, Throwable failure) {
        finished();
        group.forEach(waiting -> waiting.answer().fail(failure));
    }

    private void finished() {
        synchronized (this) {
            underWay--;
        }
        next();
    }
}
