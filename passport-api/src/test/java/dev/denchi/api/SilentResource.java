package dev.denchi.api;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An endpoint of the tests that does not say whom it is open to. */
@Path(SilentResource.PATH)
public class SilentResource {
    static final String PATH = "/silent";

    @GET
    @NonBlocking
    public String answer() {
        return "nobody reads this";
    }
}
