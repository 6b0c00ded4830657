package dev.denchi.deploy.bench.constant;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;

/** As many bytes as the run asks for, from the event loop, as the service answers. */
@Path("constant")
public final class ConstantResource {

    private static final byte[] BYTES =
            " ".repeat(Integer.getInteger("denchi.constant.size", 1024)).getBytes(StandardCharsets.US_ASCII);

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<byte[]> constant() {
        return Uni.createFrom().item(BYTES);
    }
}
