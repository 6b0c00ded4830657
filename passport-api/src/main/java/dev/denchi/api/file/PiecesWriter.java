package dev.denchi.api.file;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Writes a body piece by piece, with the length that its headers say. Where a piece is missing the connection ends, so that nobody takes
 * what there was for the whole.
 */
@Provider
@Produces(MediaType.WILDCARD)
public class PiecesWriter implements ServerMessageBodyWriter<Pieces> {
    private static final Logger LOG = Logger.getLogger(PiecesWriter.class);

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo resource, MediaType media) {
        return Pieces.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(Pieces pieces, Type generic, ServerRequestContext context) {
        ResteasyReactiveRequestContext exchange = (ResteasyReactiveRequestContext) context;
        ServerHttpResponse response = context.serverResponse();
        response.setResponseHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(pieces.length()));
        exchange.suspend();
        pieces.bytes()
                .onItem()
                .transformToUniAndConcatenate(bytes -> Uni.createFrom().completionStage(() -> response.write(bytes)))
                .onItem()
                .ignoreAsUni()
                .subscribe()
                .with(done -> ended(response, exchange), failure -> broken(response, exchange, failure));
    }

    private static void ended(ServerHttpResponse response, ResteasyReactiveRequestContext exchange) {
        response.end();
        exchange.close();
    }

    private static void broken(
            ServerHttpResponse response, ResteasyReactiveRequestContext exchange, Throwable failure) {
        LOG.warnf("a body broke off: %s", failure);
        response.reset();
        exchange.close();
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return Pieces.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Pieces pieces,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream stream) {
        throw new UnsupportedOperationException("only where it can wait for its reader");
    }
}
