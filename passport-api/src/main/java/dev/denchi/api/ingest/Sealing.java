package dev.denchi.api.ingest;

import dev.denchi.api.sign.Issuers;
import dev.denchi.api.sign.ServiceProvider;
import dev.denchi.api.store.NewRecord;
import dev.denchi.api.store.Roles;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.format.RecordDraft;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Has an accepted draft signed by its operator, and words the event that tells about it. */
@Singleton
class Sealing {
    private final Issuers issuers;
    private final String serviceProvider;
    private final Clock clock;

    Sealing(Issuers issuers, ServiceProvider provider, Clock clock) {
        this.issuers = issuers;
        this.serviceProvider = provider.serviceProvider().toString();
        this.clock = clock;
    }

    Uni<NewRecord> sealed(RecordDraft draft, Submission submission, Place place) {
        RecordHeader header = new RecordHeader(
                place.id(),
                draft.kind(),
                draft.content().subject(submission.operator()),
                issuers.didOf(submission.operator()),
                place.version(),
                place.previousSha256(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return issuers.sign(submission.operator(), header, draft.document())
                .map(token -> newRecord(draft, submission, token));
    }

    private NewRecord newRecord(RecordDraft draft, Submission submission, RecordToken token) {
        Roles roles = new Roles(submission.submitter(), submission.operator(), serviceProvider);
        return new NewRecord(
                roles, token, draft.content(), LifecycleEvent.of(token, draft.content(), roles), submission.request());
    }
}
