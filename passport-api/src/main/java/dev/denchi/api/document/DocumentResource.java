package dev.denchi.api.document;

import static dev.denchi.api.access.Role.ANYONE;
import static dev.denchi.api.access.Role.AUTHORITY;
import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;
import static dev.denchi.api.access.Role.PARTICIPANT;

import dev.denchi.api.access.Caller;
import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.audit.ReadLog;
import dev.denchi.api.document.DocumentReaders.Sight;
import dev.denchi.api.file.Pieces;
import dev.denchi.api.problem.Parameters;
import dev.denchi.api.serve.Answers;
import dev.denchi.model.identifier.OperatorId;
import io.quarkus.vertx.http.Uncompressed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Gives documents out, beside the keys that vouch for the records which point at them. */
@Path("/operators/{operatorId}/documents/{sha256}")
public class DocumentResource {
    /** What a public reader had stays what it was; that it is public may end. */
    private static final Duration CACHED_FOR = Duration.ofDays(1);

    private final Documents documents;
    private final DocumentReaders readers;
    private final ReadLog log;
    private final CurrentCaller caller;

    DocumentResource(Documents documents, DocumentReaders readers, ReadLog log, CurrentCaller caller) {
        this.documents = documents;
        this.readers = readers;
        this.log = log;
        this.caller = caller;
    }

    /** A document that he may not have is as one that there is not. Sent as it is: compressed, it were not the bytes that the hash is of. */
    @GET
    @Produces(MediaType.WILDCARD)
    @Uncompressed
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, PARTICIPANT})
    public Uni<Response> document(
            @RestPath String operatorId,
            @RestPath String sha256,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        Caller reading = caller.get();
        OperatorId operator = Parameters.operator(operatorId);
        String hash = Hash.of(sha256);
        return readers.of(reading, operator, hash)
                .onItem()
                .ifNull()
                .failWith(() -> Documents.notThere(operator, hash))
                .chain(sight -> documents
                        .find(operator, hash)
                        .onItem()
                        .ifNull()
                        .failWith(() -> Documents.notThere(operator, hash))
                        .map(document -> answer(document, sight, ifNoneMatch))
                        .call(answer -> told(reading, operator, sight, hash, answer)));
    }

    private Uni<Void> told(Caller reading, OperatorId operator, Sight sight, String sha256, Response answer) {
        return Answers.tells(answer)
                ? log.told(reading, sight.readership(), operator, sight.through(), sha256)
                : Uni.createFrom().voidItem();
    }

    private Response answer(Document document, Sight sight, @Nullable String ifNoneMatch) {
        String etag = "\"" + document.sha256() + "\"";
        Response.ResponseBuilder answer = Answers.has(ifNoneMatch, etag)
                ? Response.notModified()
                : Response.ok(new Pieces(document.size(), documents.bytes(document)))
                        .type(document.type().mediaType())
                        .header(HttpHeaders.CONTENT_LENGTH, document.size()) // HEAD writes no body that would say it
                        .header("Content-Security-Policy", "sandbox; default-src 'none'")
                        .header("Repr-Digest", digest(document))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + document.fileName() + "\"");
        return answer.header(HttpHeaders.ETAG, etag)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.VARY, "X-API-Key, Authorization")
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        sight.readership().isPublic()
                                ? "public, max-age=" + CACHED_FOR.toSeconds() + ", immutable"
                                : "private, no-store")
                .build();
    }

    /** RFC 9530, for who checks without knowing what the address means. */
    private static String digest(Document document) {
        byte[] hash = HexFormat.of().parseHex(document.sha256());
        return "sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":";
    }
}
