package dev.denchi.api.store.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statements that cannot even be made hold up nobody who comes later. */
class GroupsTest {
    private static final Duration SHORT = Duration.ofSeconds(2);

    private final List<UniEmitter<? super Void>> held = new ArrayList<>();

    @Test
    void a_record_that_no_statement_can_be_made_of_fails_and_those_after_it_are_written() {
        GroupCommit<String> commits = new GroupCommit<>(this::written);
        for (int i = 0; i < 5; i++) {
            refused(commits.add("bad"));
        }
        commits.add("good").await().atMost(SHORT);
    }

    @Test
    void in_a_group_it_alone_fails() {
        GroupCommit<String> commits = new GroupCommit<>(this::written);
        commits.add("held").subscribe().with(done -> {});
        commits.add("held").subscribe().with(done -> {});
        var bad = commits.add("bad").subscribe().asCompletionStage();
        var good = commits.add("good").subscribe().asCompletionStage();

        held.get(0).complete(null);

        refused(Uni.createFrom().completionStage(bad));
        Uni.createFrom().completionStage(good).await().atMost(SHORT);
    }

    @Test
    void a_question_that_no_statement_can_be_made_of_fails_and_those_after_it_are_answered() {
        GroupRead<String, Integer> reads = new GroupRead<>(GroupsTest::lengths);
        for (int i = 0; i < 5; i++) {
            refused(reads.ask("bad"));
        }
        assertEquals(4, reads.ask("good").await().atMost(SHORT));
    }

    private static void refused(Uni<?> asked) {
        assertThrows(IllegalArgumentException.class, () -> asked.await().atMost(SHORT));
    }

    private Uni<Void> written(List<String> items) {
        requireGood(items);
        return items.contains("held")
                ? Uni.createFrom().emitter(held::add)
                : Uni.createFrom().voidItem();
    }

    private static Uni<List<Integer>> lengths(List<String> questions) {
        requireGood(questions);
        return Uni.createFrom().item(questions.stream().map(String::length).toList());
    }

    private static void requireGood(List<String> items) {
        if (items.contains("bad")) {
            throw new IllegalArgumentException("bad");
        }
    }
}
