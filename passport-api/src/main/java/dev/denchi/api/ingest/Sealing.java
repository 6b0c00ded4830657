package dev.denchi.api.ingest;

import dev.denchi.api.sign.Issuers;
import dev.denchi.api.sign.ServiceAddress;
import dev.denchi.api.sign.ServiceProvider;
import dev.denchi.api.store.record.NewRecord;
import dev.denchi.api.store.record.Roles;
import dev.denchi.api.store.status.StatusPlace;
import dev.denchi.api.store.status.StatusPlaces;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.format.RecordDraft;
import dev.denchi.model.passport.RecordContent;
import dev.denchi.model.signature.Signer;
import dev.denchi.model.status.StatusEntry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has an accepted draft signed by its operator, with the place where its status will be told, and words the event that tells about it. */
@Singleton
public class Sealing {
    private final Issuers issuers;
    private final StatusPlaces places;
    private final NamedPlaces named;
    private final URI publicUrl;
    private final String serviceProvider;
    private final Clock clock;

    Sealing(
            Issuers issuers,
            StatusPlaces places,
            NamedPlaces named,
            ServiceAddress address,
            ServiceProvider provider,
            Clock clock) {
        this.issuers = issuers;
        this.places = places;
        this.named = named;
        this.publicUrl = address.publicUrl();
        this.serviceProvider = provider.serviceProvider().toString();
        this.clock = clock;
    }

    /** One that speaks of no lots. */
    public Uni<NewRecord> sealed(RecordDraft draft, Submission submission, Place place) {
        return sealed(new Judged(draft, null), submission, place);
    }

    Uni<NewRecord> sealed(Judged judged, Submission submission, Place place) {
        RecordDraft draft = judged.draft();
        RecordHeader header = header(draft, submission, place, issuers.didOf(submission.operator()));
        return places.next(submission.operator())
                .map(status -> header.withStatus(status.entries(publicUrl, submission.operator())))
                .flatMap(told -> issuers.sign(submission.operator(), told, draft.document()))
                .map(token -> newRecord(judged, submission, token, null));
    }

    /** One that came signed, with the place that was reserved for it, if any. */
    NewRecord asSigned(TakenRecord taken, Submission submission) {
        StatusPlace reserved =
                NamedPlaces.place(taken.token().header(), submission.operator()).orElse(null);
        return newRecord(taken.judged(), submission, taken.token(), reserved);
    }

    /** All that it lacks is the signature of that key, which its operator holds. */
    Uni<ToSign> prepared(RecordDraft draft, Submission submission, Place place, Signing with) {
        return issuers.heldByOperator(submission.operator(), with.key())
                .flatMap(signer -> named.entries(submission.operator(), with.statusPlace())
                        .map(status -> toSign(draft, submission, place, signer, status)));
    }

    private ToSign toSign(
            RecordDraft draft, Submission submission, Place place, Signer signer, List<StatusEntry> status) {
        RecordHeader header = header(draft, submission, place, signer.keyId().replaceFirst("#.*", ""))
                .withStatus(status);
        return new ToSign(header, issuers.unsigned(signer, header, draft.document()));
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

    private NewRecord newRecord(
            Judged judged, Submission submission, RecordToken token, @Nullable StatusPlace reserved) {
        RecordContent content = judged.draft().content();
        Roles roles = new Roles(submission.submitter(), submission.operator(), serviceProvider);
        return new NewRecord(
                roles,
                token,
                content,
                LifecycleEvent.of(token, content, roles),
                submission.request(),
                judged.lots(),
                reserved);
    }
}
