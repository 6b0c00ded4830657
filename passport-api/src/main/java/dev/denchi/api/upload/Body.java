package dev.denchi.api.upload;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpServerRequest;

/** The body of an upload as it arrives. */
public final class Body {
    private final RoutingContext exchange;

    public Body(RoutingContext exchange) {
        this.exchange = exchange;
    }

    /** Asks the connection for more only when there is room: a fast sender waits, nothing piles up. */
    public Multi<byte[]> bytes() {
        return HttpServerRequest.newInstance(exchange.request()).toMulti().map(Buffer::getBytes);
    }

    /** Fails when the connection breaks; never completes. */
    public Uni<Void> broken() {
        return Uni.createFrom()
                .emitter(told -> exchange.addEndHandler(end -> told.fail(
                        Rejected.because(ProblemType.UNAVAILABLE, "the connection broke before the upload ended"))));
    }
}
