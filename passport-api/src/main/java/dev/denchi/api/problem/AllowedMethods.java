package dev.denchi.api.problem;

import dev.denchi.model.passport.RecordKind;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** The methods of each address. The framework would not find some addresses for a method that they do not take, and name none for others. */
final class AllowedMethods {
    private static final String KINDS =
            Arrays.stream(RecordKind.values()).map(RecordKind::label).collect(Collectors.joining("|"));
    private static final String READ = "GET, HEAD";

    private static final List<Address> ADDRESSES = List.of(
            new Address("/v1/records/(" + KINDS + ")", "POST"),
            new Address("/v1/records/[0-9a-fA-F-]{36}", "GET, HEAD, PUT"),
            new Address("/v1/records/[^/]+/(bulk|revocation|unsigned)", "POST"),
            new Address("/v1/records/[^/]+/versions(/[^/]+)?", READ),
            new Address("/v1/evidence", "POST"),
            new Address("/v1/(dppsByProductIds|dpps|readiness|verifications)", "POST"),
            new Address("/v1/dpps/[^/]+", "GET, HEAD, PATCH, DELETE"),
            new Address("/v1/dpps/[^/]+/elements/[^/]+", "GET, HEAD, PATCH"),
            new Address("/v1/dpps/[^/]+/(exports/[^/]+|readiness|evidence)", READ),
            new Address("/v1/(dppsByProductId|dppsByIdAndDate)/[^/]+", READ),
            new Address("/01/[^/]+/21/[^/]+", READ),
            new Address("/v1/bulk(/[^/]+(/results)?)?", READ),
            new Address("/v1/imports/[^/]+", "GET, HEAD, POST"),
            new Address("/v1/imports/[^/]+/raw", READ),
            new Address("/v1/record-sets(/[^/]+)?", READ),
            new Address("/v1/transfers/[^/]+/state", "PUT"),
            new Address("/v1/(api-keys|grants|issuer-keys|status-places)", "GET, HEAD, POST"),
            new Address("/v1/api-keys/[^/]+", "DELETE"),
            new Address("/v1/api-keys/[^/]+/rotation", "POST"),
            new Address("/v1/grants/[^/]+", "GET, HEAD, DELETE"),
            new Address("/v1/issuer-keys/(rotation|[^/]+/revocation)", "POST"),
            new Address("/v1/issuer-keys/[^/]+/certificate-request", READ),
            new Address("/v1/issuer-keys/[^/]+/certificates", "PUT"),
            new Address("/v1/parts/[^/]+/answers", READ),
            new Address("/v1/parts/[^/]+/records", "POST"),
            new Address("/v1/(audit-log|documents)", READ),
            new Address("/v1/documents/[^/]+", "PUT, DELETE"),
            new Address("/v1/provenance/((batteries|claims|lots)/[^/]+/(up|down)stream|claims/[^/]+|recovery)", READ),
            new Address("/v1/provenance/waste-contents", "POST"),
            new Address("/operators/[^/]+/(did\\.json|jwks\\.json|status/[^/]+/[^/]+|documents/[^/]+)", READ),
            new Address("/api/v1/datatransport", "GET, HEAD, PUT, DELETE"),
            new Address("/api/v1/cfpCertificationFiles/[^/]+", "GET, HEAD, PUT"),
            new Address("/api/v1/authInfo", "GET, HEAD, PUT"),
            new Address("/api/v1/(datatransport|authInfo)/health", READ),
            new Address("/auth/(login|refresh|change)", "POST"));

    private record Address(Pattern path, String methods, Set<String> taken) {
        Address(String path, String methods) {
            this(Pattern.compile(path), methods, Set.of(methods.split(", ")));
        }
    }

    /** @return what is said to {@code OPTIONS}; nothing to go on, also where no address of ours is */
    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response require(HttpServerRequest request) {
        Address address = at(request).orElse(null);
        if (address == null || address.taken().contains(request.method().name())) {
            return null;
        }
        if (request.method().name().equals("OPTIONS")) {
            return Response.noContent()
                    .header(HttpHeaders.ALLOW, address.methods())
                    .build();
        }
        throw new NotAllowedException(address.methods());
    }

    /** As for the header {@code Allow}, which RFC 9110 wants. */
    static String to(HttpServerRequest request) {
        return at(request).map(Address::methods).orElse(READ);
    }

    private static Optional<Address> at(HttpServerRequest request) {
        String path = Objects.requireNonNullElse(request.path(), "");
        return ADDRESSES.stream()
                .filter(address -> address.path().matcher(path).matches())
                .findFirst();
    }
}
