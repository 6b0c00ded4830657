package dev.denchi.api.datapoints;

import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.OpenTo;
import dev.denchi.api.ingest.Submission;
import dev.denchi.api.ingest.together.DraftsTogether;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Judges drafts as if they were saved, and keeps nothing. */
@Path("/v1/readiness")
public class ReadinessPreviewResource {
    private final JudgeReadiness judge;
    private final DraftsTogether together;

    ReadinessPreviewResource(JudgeReadiness judge, DraftsTogether together) {
        this.judge = judge;
        this.together = together;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Map<String, Object> preview(
            @RestQuery @Nullable String category, @RestQuery @Nullable String date, byte[] body) {
        DataPointsAsked asked = DataPointsAsked.of(category, date);
        Submission.requireSize(body);
        PassportDraft draft = PassportDraft.read(body);
        return Map.of("readiness", judge.answer(asked, draft.contents()), "violations", draft.violations(together));
    }
}
