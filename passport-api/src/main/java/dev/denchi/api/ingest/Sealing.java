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
import java.util.UUID;

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
        RecordHeader header = header(draft, submission, place, issuers.didOf(submission.operator()));
        return issuers.sign(submission.operator(), header, draft.document())
                .map(token -> newRecord(draft, submission, token));
    }

    /** One that came signed. */
    NewRecord asSigned(SignedRecord signed, Submission submission) {
        return newRecord(signed.draft(), submission, signed.token());
    }

    /** All that it lacks is the signature of that key, which its operator holds. */
    Uni<ToSign> prepared(RecordDraft draft, Submission submission, Place place, UUID key) {
        return issuers.heldByOperator(submission.operator(), key).map(signer -> {
            RecordHeader header =
                    header(draft, submission, place, signer.keyId().replaceFirst("#.*", ""));
            return new ToSign(header, issuers.unsigned(signer, header, draft.document()));
        });
    }

    private RecordHeader header(RecordDraft draft, Submission submission, Place place, String did) {
        return new RecordHeader(
                place.id(),
                draft.kind(),
                draft.content().subject(submission.operator()),
                did,
                place.version(),
                place.previousSha256(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private NewRecord newRecord(RecordDraft draft, Submission submission, RecordToken token) {
        Roles roles = new Roles(submission.submitter(), submission.operator(), serviceProvider);
        return new NewRecord(
                roles, token, draft.content(), LifecycleEvent.of(token, draft.content(), roles), submission.request());
    }
}
