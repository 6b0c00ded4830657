package dev.denchi.api.serve;

import static dev.denchi.api.access.Role.ANYONE;
import static dev.denchi.api.access.Role.AUTHORITY;
import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.access.reader.PolicyHistory;
import dev.denchi.api.access.reader.Readership;
import dev.denchi.api.audit.ReadLog;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.serve.form.RolesView;
import dev.denchi.api.store.record.Records;
import dev.denchi.api.store.record.Revocations;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.api.store.status.Revocation;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.identifier.RecordId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Serves records, as JSON and as signed, each cut to its reader. */
@Path("/v1/records/{recordId}")
public class RecordViewResource {
    static final String SD_JWT = "application/vc+sd-jwt;qs=0.5"; // JSON for those who take anything

    private final Records records;
    private final Revocations revocations;
    private final RecordReaders readers;
    private final PolicyHistory history;
    private final ReadLog log;
    private final CurrentCaller caller;

    RecordViewResource(
            Records records,
            Revocations revocations,
            RecordReaders readers,
            PolicyHistory history,
            ReadLog log,
            CurrentCaller caller) {
        this.log = log;
        this.records = records;
        this.revocations = revocations;
        this.readers = readers;
        this.history = history;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> current(
            @RestPath String recordId, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return currentVersion(recordId).flatMap(record -> view(record, ifNoneMatch));
    }

    @GET
    @Produces(SD_JWT)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> currentToken(
            @RestPath String recordId, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return currentVersion(recordId).flatMap(record -> token(record, ifNoneMatch));
    }

    @GET
    @Path("versions")
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> versions(
            @RestPath String recordId, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return records.versions(RecordReference.parse(recordId))
                .invoke(versions -> requireAny(versions, recordId))
                .flatMap(versions -> readership(versions.get(0))
                        .flatMap(readership -> revocations
                                .of(versions.get(0).token().header().id())
                                .map(revoked -> chain(versions, revoked, readership, ifNoneMatch))
                                .call(answer -> told(versions, readership, answer))));
    }

    @GET
    @Path("versions/{version}")
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> version(
            @RestPath String recordId,
            @RestPath String version,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return oneVersion(recordId, version).flatMap(record -> view(record, ifNoneMatch));
    }

    @GET
    @Path("versions/{version}")
    @Produces(SD_JWT)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> versionToken(
            @RestPath String recordId,
            @RestPath String version,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return oneVersion(recordId, version).flatMap(record -> token(record, ifNoneMatch));
    }

    private Uni<StoredRecord> currentVersion(String recordId) {
        RecordId id = RecordReference.parse(recordId);
        return records.head(id)
                .onItem()
                .ifNull()
                .failWith(() -> notFound(recordId))
                .flatMap(head -> records.version(id, head.version()));
    }

    private Uni<StoredRecord> oneVersion(String recordId, String version) {
        if (!version.matches("[1-9][0-9]{0,8}")) {
            throw Rejected.because(
                    ProblemType.MALFORMED_REQUEST, "\"" + version + "\" is no version; they count from 1");
        }
        return records.version(RecordReference.parse(recordId), Integer.parseInt(version))
                .onItem()
                .ifNull()
                .failWith(() -> notFound(recordId + " in version " + version));
    }

    private Uni<Response> view(StoredRecord record, @Nullable String ifNoneMatch) {
        return readership(record)
                .flatMap(readership -> revocations
                        .of(record.token().header().id())
                        .map(revoked -> view(record, revoked, readership, ifNoneMatch))
                        .call(answer -> told(List.of(record), readership, answer)));
    }

    private Uni<Void> told(List<StoredRecord> records, Readership readership, Response answer) {
        return Answers.tells(answer)
                ? log.told(
                        caller.get(),
                        readership,
                        records.stream().map(StoredRecord::head).toList())
                : Uni.createFrom().voidItem();
    }

    private Response view(
            StoredRecord record, List<Revocation> revoked, Readership readership, @Nullable String ifNoneMatch) {
        RecordToken cut = cut(record, readership);
        Map<String, Object> view = new LinkedHashMap<>();
        Map<String, Object> description = RecordReference.describe(record.token());
        Optional<Map<String, Object>> revocation = revocation(record, revoked);
        revocation.ifPresent(told -> description.put("revocation", told));
        RolesView.of(record, readership).ifPresent(roles -> description.put("roles", roles));
        view.put("record", description);
        view.put("content", cut.attributes());
        String form = revocation.isPresent() ? "jr" : "j";
        return Answers.of(view, etag(cut, form, readership), readership, ifNoneMatch);
    }

    private static Optional<Map<String, Object>> revocation(StoredRecord record, List<Revocation> revoked) {
        return revoked.stream()
                .filter(each -> each.version() == record.token().header().version())
                .findFirst()
                .map(each -> Map.of("revokedAt", each.at().toString(), "reason", each.reason()));
    }

    private Uni<Response> token(StoredRecord record, @Nullable String ifNoneMatch) {
        return readership(record)
                .flatMap(readership -> Uni.createFrom()
                        .item(() -> signed(record, readership, ifNoneMatch))
                        .call(answer -> told(List.of(record), readership, answer)));
    }

    private Response signed(StoredRecord record, Readership readership, @Nullable String ifNoneMatch) {
        RecordToken cut = cut(record, readership);
        return Answers.of(cut.serialize(), etag(cut, "t", readership), readership, ifNoneMatch);
    }

    private Uni<Readership> readership(StoredRecord record) {
        return readers.of(record, caller.get());
    }

    private RecordToken cut(StoredRecord record, Readership readership) {
        return record.token().cut(history.policies(), readership.of(record));
    }

    private String etag(RecordToken token, String form, Readership readership) {
        return RecordReference.etagOf(
                token.header().version(), token.sha256(), form + readership.tag() + "." + history.tag());
    }

    private static Response chain(
            List<StoredRecord> versions,
            List<Revocation> revoked,
            Readership readership,
            @Nullable String ifNoneMatch) {
        StoredRecord newest = versions.get(versions.size() - 1);
        return Answers.of(
                Map.of(
                        "versions",
                        versions.stream()
                                .map(version -> line(version, revoked, readership))
                                .toList()),
                RecordReference.etagOf(
                        versions.size(), newest.token().sha256(), "v" + revoked.size() + readership.tag()),
                readership,
                ifNoneMatch);
    }

    private static Map<String, Object> line(StoredRecord record, List<Revocation> revoked, Readership readership) {
        var header = record.token().header();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("version", header.version());
        line.put("sha256", record.token().sha256());
        if (header.previousSha256() != null) {
            line.put("previousSha256", header.previousSha256());
        }
        line.put("issuedAt", header.issuedAt().toString());
        revocation(record, revoked).ifPresent(told -> line.put("revocation", told));
        RolesView.of(record, readership).ifPresent(roles -> line.put("roles", roles));
        return line;
    }

    private static void requireAny(List<StoredRecord> versions, String recordId) {
        if (versions.isEmpty()) {
            throw notFound(recordId);
        }
    }

    static Rejected notFound(String record) {
        return Rejected.because(ProblemType.NOT_FOUND, "there is no record " + record);
    }
}
