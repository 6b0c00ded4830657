package dev.denchi.api.edge;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Refuses a body that did not tell its length as soon as it is far larger than any record, and ends its connection. */
@Provider
public class CountedBody implements ReaderInterceptor {

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        if (body.getProperty(LongestBody.EXCHANGE) instanceof RoutingContext exchange) {
            body.setInputStream(new Counted(body.getInputStream(), exchange));
        }
        return body.proceed();
    }

    private static final class Counted extends FilterInputStream {
        private final RoutingContext exchange;
        private long read;

        private Counted(InputStream body, RoutingContext exchange) {
            super(body);
            this.exchange = exchange;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int some = super.read(into, offset, length);
            count(Math.max(some, 0));
            return some;
        }

        @Override
        public void close() throws IOException {
            if (read <= LongestBody.LARGEST) {
                super.close(); // which reads to the end: of what is refused nobody knows where that is
            }
        }

        private void count(int some) {
            read += some;
            if (read > LongestBody.LARGEST) {
                exchange.response()
                        .endHandler(sent -> exchange.request().connection().close());
                throw Rejected.because(
                        ProblemType.BODY_TOO_LARGE,
                        "a body may have 1 MiB, this one has more than " + LongestBody.LARGEST + " bytes");
            }
        }
    }
}
