package dev.denchi.api.provenance;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What every question about lineage is asked with: which part of the answer, at which address, in which form. */
@SuppressWarnings("NullAway.Init") // Quarkus REST fills the fields
public class AskedPage {
    @RestQuery
    @DefaultValue("0")
    String offset;

    @RestQuery
    @DefaultValue("200")
    String limit;

    @RestHeader(HttpHeaders.IF_NONE_MATCH)
    @Nullable
    String ifNoneMatch;

    @Context
    UriInfo address;

    @Context
    Request request;

    Page page() {
        return Page.of(offset, limit);
    }
}
