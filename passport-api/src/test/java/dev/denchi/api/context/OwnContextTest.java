package dev.denchi.api.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnContextTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void work_that_has_begun_goes_to_its_end_when_nobody_waits_any_more() throws Exception {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<String> answer = new CompletableFuture<>();
        CompletableFuture<String> ended = new CompletableFuture<>();
        AtomicBoolean cancelled = new AtomicBoolean();
        Uni<String> work = Uni.createFrom()
                .completionStage(answer)
                .onSubscription()
                .invoke(() -> begun.complete(null))
                .onCancellation()
                .invoke(() -> cancelled.set(true))
                .invoke(ended::complete);

        CompletableFuture<Cancellable> waiting = new CompletableFuture<>();
        vertx.getOrCreateContext()
                .runOnContext(here -> waiting.complete(
                        OwnContext.here().run(() -> work).subscribe().with(item -> {})));
        begun.get(5, TimeUnit.SECONDS);
        waiting.get(5, TimeUnit.SECONDS).cancel();
        answer.complete("kept");

        assertEquals("kept", ended.get(5, TimeUnit.SECONDS));
        assertFalse(cancelled.get());
    }
}
