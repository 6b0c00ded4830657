package dev.denchi.api.verification;

import dev.denchi.api.provenance.ClaimVerdicts;
import dev.denchi.api.sign.Issuers;
import dev.denchi.api.status.SignedLists;
import dev.denchi.model.credential.MalformedToken;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.massbalance.ClaimAnswer;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.trust.TrustAnchors;
import dev.denchi.model.verification.Check;
import dev.denchi.model.verification.Given;
import dev.denchi.model.verification.Question;
import dev.denchi.model.verification.RecordVerifier;
import dev.denchi.model.verification.Verification;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Verifies with the keys and status lists that this service publishes, and with no keys of others. */
@Singleton
class VerifyToken {
    private final RecordVerifier verifier;
    private final Issuers issuers;
    private final SignedLists lists;
    private final ClaimVerdicts claims;
    private final TrustAnchors anchors;
    private final Clock clock;
    private final Vertx vertx;

    VerifyToken(
            RecordSchemas schemas,
            Issuers issuers,
            SignedLists lists,
            ClaimVerdicts claims,
            TrustAnchors anchors,
            Clock clock,
            Vertx vertx) {
        this.verifier = new RecordVerifier(schemas);
        this.issuers = issuers;
        this.lists = lists;
        this.claims = claims;
        this.anchors = anchors;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** Away from the event loop, as a large token takes its time; the answer comes on the caller's context. */
    Uni<Map<String, Object>> answer(VerificationRequest request) {
        Instant asOf = request.asOf() == null ? clock.instant() : request.asOf();
        return given(request, asOf)
                .flatMap(given -> Uni.createFrom()
                        .completionStage(() -> vertx.executeBlocking(
                                        () -> verifier.verify(request.token(), given), false)
                                .toCompletionStage()))
                .flatMap(this::withItsClaim)
                .map(Verification::json);
    }

    /** Only the keeper of all records can tell whether what backs a claim backs another too: it answers from those. */
    private Uni<Verification> withItsClaim(Verification found) {
        RecordToken record = found.record();
        if (record == null || record.header().kind() != RecordKind.RECYCLED_CONTENT) {
            return Uni.createFrom().item(found);
        }
        RecordId id = record.header().id();
        return claims.stateOf(id, record.sha256())
                .map(state -> state == null ? found : new Verification(record, answered(found, claim(id, state))));
    }

    private static List<Check> answered(Verification found, Check claim) {
        return found.checks().stream()
                .map(check -> check.question() == Question.MASS_BALANCE ? claim : check)
                .toList();
    }

    private static Check claim(RecordId id, ClaimAnswer.State state) {
        Check.Result result = switch (state) {
            case SUPPORTED -> Check.Result.PASSED;
            case CONTRADICTED -> Check.Result.FAILED;
            case INCOMPLETE -> Check.Result.INDETERMINATE;
        };
        return new Check(
                Question.MASS_BALANCE,
                result,
                "by the lots that this service keeps the claim is " + state + "; /v1/provenance/claims/" + id);
    }

    private Uni<Given> given(VerificationRequest request, Instant asOf) {
        Optional<RecordHeader> header = headerOf(request.token());
        return keysFor(header)
                .flatMap(keys -> statusOf(header, request.asOf())
                        .map(told -> Given.keys(keys, asOf)
                                .withAnchors(anchors)
                                .withStatusLists(Stream.concat(request.statusLists().stream(), told.stream())
                                        .toList())
                                .withEarlier(request.earlierVersions())));
    }

    /** Those of the operator that the token names and of who keeps its status lists; none when they are not of this service, or it is no token. */
    private Uni<List<PublishedKeys>> keysFor(Optional<RecordHeader> named) {
        return named.map(header -> issuers.publishedBy(header.issuer())
                        .flatMap(issuer -> keysOfKeepers(header)
                                .map(keepers -> Stream.concat(issuer.stream(), keepers.stream())
                                        .toList())))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    private Uni<List<PublishedKeys>> keysOfKeepers(RecordHeader header) {
        return Multi.createFrom()
                .items(header.status().stream()
                        .flatMap(entry -> lists.keeperOf(entry).stream())
                        .distinct())
                .onItem()
                .transformToUniAndConcatenate(issuers::published)
                .collect()
                .asList();
    }

    /** This service's own lists, when the record names them; who sent others along has them looked at as well. */
    private Uni<List<String>> statusOf(Optional<RecordHeader> named, @Nullable Instant asOf) {
        return named.map(header -> lists.about(header.status(), asOf))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    private static Optional<RecordHeader> headerOf(String token) {
        try {
            return Optional.of(RecordToken.parseWithoutDisclosures(token).header());
        } catch (MalformedToken e) {
            return Optional.empty();
        }
    }
}
