package dev.denchi.api.verification;

import dev.denchi.api.sign.Issuers;
import dev.denchi.model.credential.MalformedToken;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.trust.TrustAnchors;
import dev.denchi.model.verification.Given;
import dev.denchi.model.verification.RecordVerifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Verifies with the keys that this service publishes, and with no others. */
@Singleton
class VerifyToken {
    private final RecordVerifier verifier = new RecordVerifier(new RecordSchemas());
    private final Issuers issuers;
    private final TrustAnchors anchors;
    private final Clock clock;
    private final Vertx vertx;

    VerifyToken(Issuers issuers, TrustAnchors anchors, Clock clock, Vertx vertx) {
        this.issuers = issuers;
        this.anchors = anchors;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** Away from the event loop, as a large token takes its time; the answer comes on the caller's context. */
    Uni<Map<String, Object>> answer(VerificationRequest request) {
        return keysFor(request.token())
                .flatMap(keys -> Uni.createFrom()
                        .completionStage(() -> vertx.executeBlocking(() -> verified(request, keys), false)
                                .toCompletionStage()));
    }

    private Map<String, Object> verified(VerificationRequest request, List<PublishedKeys> keys) {
        Instant asOf = request.asOf() == null ? clock.instant() : request.asOf();
        Given given = Given.keys(keys, asOf)
                .withAnchors(anchors)
                .withStatusLists(request.statusLists())
                .withEarlier(request.earlierVersions());
        return verifier.verify(request.token(), given).json();
    }

    /** Those of the operator that the token names; none when it is not of this service, or no token. */
    private Uni<List<PublishedKeys>> keysFor(String token) {
        try {
            String issuer = RecordToken.parseWithoutDisclosures(token).header().issuer();
            return issuers.publishedBy(issuer).map(found -> found.stream().toList());
        } catch (MalformedToken e) {
            return Uni.createFrom().item(List.of());
        }
    }
}
