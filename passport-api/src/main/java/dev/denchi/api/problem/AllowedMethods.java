package dev.denchi.api.problem;

import java.util.List;

/** The methods of each address that is not just read: the framework refuses a method without naming those there are. */
final class AllowedMethods {
    private static final List<Address> ADDRESSES = List.of(
            new Address("/v1/transfers/.+", "PUT"),
            new Address("/v1/records/[^/]+/bulk", "POST"),
            new Address("/v1/records/[^/]+/revocation", "POST"),
            new Address("/v1/evidence", "POST"),
            new Address("/v1/records/[^/]+", "GET, HEAD, POST, PUT"),
            new Address("/v1/dppsByProductIds", "POST"),
            new Address("/v1/dpps/[^/]+", "GET, HEAD, PATCH, DELETE"),
            new Address("/v1/dpps/[^/]+/elements/.+", "GET, HEAD, PATCH"),
            new Address("/api/v1/datatransport", "GET, HEAD, PUT, DELETE"),
            new Address("/api/v1/authInfo", "GET, HEAD, PUT"),
            new Address("/auth/[a-z]+", "POST"),
            new Address("/v1/readiness", "POST"),
            new Address("/v1/dpps", "POST"),
            new Address("/v1/api-keys", "GET, HEAD, POST"),
            new Address("/v1/api-keys/[^/]+", "DELETE"),
            new Address("/v1/api-keys/[^/]+/rotation", "POST"),
            new Address("/v1/grants", "GET, HEAD, POST"),
            new Address("/v1/grants/[^/]+", "GET, HEAD, DELETE"));

    private record Address(String pattern, String methods) {}

    private AllowedMethods() {}

    /** As for the header {@code Allow}, which RFC 9110 wants. */
    static String at(String path) {
        return ADDRESSES.stream()
                .filter(address -> path.matches(address.pattern()))
                .findFirst()
                .map(Address::methods)
                .orElse("GET, HEAD");
    }
}
