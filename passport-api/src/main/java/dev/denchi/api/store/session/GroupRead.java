package dev.denchi.api.store.session;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.List;
import java.util.function.Function;

/**
 * Lets questions that arrive together share one statement, as {@link GroupCommit} does for writes: each is answered from its place in the
 * list of answers.
 */
public final class GroupRead<Q, A> {
    private final Function<List<Q>, Uni<List<A>>> read;
    private final Groups<Waiting<Q, A>> groups = new Groups<>(Integer.MAX_VALUE, this::send);

    private record Waiting<Q, A>(Q question, UniEmitter<? super A> answer) {}

    public GroupRead(Function<List<Q>, Uni<List<A>>> read) {
        this.read = read;
    }

    public Uni<A> ask(Q question) {
        return Uni.createFrom().emitter(answer -> groups.add(new Waiting<>(question, answer)));
    }

    private void send(List<Waiting<Q, A>> group) {
        answered(group).subscribe().with(answers -> succeeded(group, answers), failure -> failed(group, failure));
    }

    /** Fails also where no statement could be made. */
    private Uni<List<A>> answered(List<Waiting<Q, A>> group) {
        return Uni.createFrom()
                .deferred(() -> read.apply(group.stream().map(Waiting::question).toList()));
    }

    private void succeeded(List<Waiting<Q, A>> group, List<A> answers) {
        groups.finished();
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer().complete(answers.get(i));
        }
    }

    private void failed(List<Waiting<Q, A>> group, Throwable failure) {
        groups.finished();
        group.forEach(waiting -> waiting.answer().fail(failure));
    }
}
