package dev.denchi.api.context;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;

/** Brings an answer back to the context of who asked: what answers may run on another's, or on a thread of its own. */
public final class CallersContext {
    private CallersContext() {}

    /** Goes on in a later turn of the caller's event loop, also when the answer comes from there. */
    public static <T> Uni<T> back(Uni<T> answer) {
        Context caller = Objects.requireNonNull(Vertx.currentContext(), "this is asked for on an event loop");
        return answer.emitOn(command -> caller.runOnContext(ignored -> command.run()));
    }

    /** As {@link #back}, but what is there already goes on at once, and who asked outside of an event loop is answered anywhere. */
    public static <T> Uni<T> backFromElsewhere(Uni<T> answer) {
        Context caller = Vertx.currentContext();
        return caller == null
                ? answer
                : answer.emitOn(command -> {
                    if (caller.equals(Vertx.currentContext())) {
                        command.run();
                    } else {
                        caller.runOnContext(ignored -> command.run());
                    }
                });
    }
}
