package dev.denchi.api.verification;

import static dev.denchi.api.access.Role.ANYONE;
import static dev.denchi.api.access.Role.AUTHORITY;
import static dev.denchi.api.access.Role.CONNECTOR;
import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;
import static dev.denchi.api.access.Role.PARTICIPANT;

import dev.denchi.api.access.OpenTo;
import dev.denchi.api.ingest.Submission;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** Verifies tokens for anyone. */
@Path("/v1/verifications")
@NonBlocking
public class VerificationsResource {
    private final VerifyToken verify;

    VerificationsResource(VerifyToken verify) {
        this.verify = verify;
    }

    @POST
    @Consumes("application/vc+sd-jwt")
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, PARTICIPANT, CONNECTOR})
    public Uni<Map<String, Object>> token(byte[] body) {
        Submission.requireSize(body);
        return verify.answer(VerificationRequest.ofToken(body));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, PARTICIPANT, CONNECTOR})
    public Uni<Map<String, Object>> request(byte[] body) {
        Submission.requireSize(body);
        return verify.answer(VerificationRequest.read(body));
    }
}
