package dev.denchi.api.ingest;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.sign.Issuers;
import dev.denchi.api.store.record.Head;
import dev.denchi.api.store.record.Records;
import dev.denchi.model.access.AccessPolicy;
import dev.denchi.model.credential.MalformedToken;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.credential.WholeRecord;
import dev.denchi.model.format.RecordDraft;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Violation;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.trust.TrustAnchors;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a record that its operator signed itself, and finds all that speaks against the token. */
@Singleton
class ReadSigned {
    private final RecordReader reader;
    private final TokenJudge judge;
    private final WholeRecord whole;
    private final Issuers issuers;
    private final Records records;
    private final NamedPlaces places;
    private final Vertx vertx;

    ReadSigned(
            RecordReader reader,
            RecordSchemas schemas,
            AccessPolicy policy,
            TrustAnchors anchors,
            Clock clock,
            Issuers issuers,
            Records records,
            NamedPlaces places,
            Vertx vertx) {
        this.reader = reader;
        this.judge = new TokenJudge(schemas, anchors, clock);
        this.whole = new WholeRecord(policy);
        this.issuers = issuers;
        this.records = records;
        this.places = places;
        this.vertx = vertx;
    }

    /**
     * A first version.
     *
     * @param kind as the address says
     */
    Uni<SignedRecord> first(RecordKind kind, Submission submission) {
        RecordToken token = token(submission.body());
        return records.head(token.header().id())
                .map(head ->
                        place(token.header(), kind, Place.first(token.header().id()), head))
                .flatMap(misplaced -> judgedWithPlace(token, submission.operator(), misplaced));
    }

    /**
     * A later version.
     *
     * @param place where it has to stand
     */
    Uni<SignedRecord> next(RecordKind kind, Place place, Submission submission) {
        RecordToken token = token(submission.body());
        return judgedWithPlace(token, submission.operator(), place(token.header(), kind, place, null));
    }

    /** Each byte one character: what is no token's is refused by its reader, and what is kept is what was sent. */
    private static RecordToken token(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        try {
            return RecordToken.parse(text);
        } catch (MalformedToken e) {
            throw Rejected.invalid(
                    ProblemType.INVALID_TOKEN,
                    List.of(violation(e.isInDisclosures() ? "disclosures" : "form", String.valueOf(e.getMessage()))));
        }
    }

    private Uni<SignedRecord> judgedWithPlace(RecordToken token, OperatorId operator, List<Violation> misplaced) {
        return places.violations(token.header(), operator)
                .flatMap(unfit -> judged(
                        token,
                        operator,
                        Stream.concat(misplaced.stream(), unfit.stream()).toList()));
    }

    private Uni<SignedRecord> judged(RecordToken token, OperatorId operator, List<Violation> misplaced) {
        return issuers.registered(operator, token.header().issuer())
                .flatMap(keys -> Uni.createFrom()
                        .completionStage(
                                () -> vertx.executeBlocking(() -> judged(token, operator, keys, misplaced), false)
                                        .toCompletionStage()));
    }

    /** Away from the event loop, as a large token takes its time. */
    private SignedRecord judged(RecordToken token, OperatorId operator, PublishedKeys keys, List<Violation> misplaced) {
        RecordDraft draft = reader.read(token.header().kind(), token.attributes());
        List<Violation> violations = new ArrayList<>(judge.violations(token, operator, keys));
        violations.addAll(whole.violations(token));
        violations.addAll(misplaced);
        // what lacks an attribute may lack its subject, and is refused for that
        if (draft.violations().isEmpty()
                && !draft.content().subject(operator).equals(token.header().subject())) {
            violations.add(violation(
                    "subject",
                    "the token speaks about " + token.header().subject() + ", its attributes about "
                            + draft.content().subject(operator)));
        }
        return new SignedRecord(token, draft, violations);
    }

    private static List<Violation> place(RecordHeader said, RecordKind kind, Place place, @Nullable Head taken) {
        List<Violation> violations = new ArrayList<>();
        if (said.kind() != kind) {
            violations.add(violation(
                    "kind",
                    "the token is a " + said.kind().label() + " record, a " + kind.label() + " record belongs here"));
        }
        if (!said.id().equals(place.id())) {
            violations.add(violation("record-id", "the token is of record " + said.id() + ", not of " + place.id()));
        }
        if (taken != null && !taken.subject().equals(said.subject())) {
            violations.add(violation("record-id", "there is a record " + said.id() + " about something else already"));
        }
        if (said.version() != place.version()) {
            violations.add(violation(
                    "version", "the token is version " + said.version() + ", the next one is " + place.version()));
        }
        if (!Objects.equals(said.previousSha256(), place.previousSha256())) {
            violations.add(violation(
                    "previous-version",
                    "previousSha256 is " + said.previousSha256() + ", the version before has "
                            + place.previousSha256()));
        }
        return violations;
    }

    private static Violation violation(String rule, String message) {
        return new Violation("", "token-" + rule, message);
    }
}
