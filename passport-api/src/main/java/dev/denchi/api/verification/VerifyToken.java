package dev.denchi.api.verification;

import dev.denchi.api.sign.Issuers;
import dev.denchi.model.credential.MalformedToken;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.verification.Given;
import dev.denchi.model.verification.RecordVerifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verifies with the keys that this service publishes, and with no others. */
@Singleton
class VerifyToken {
    private final RecordVerifier verifier = new RecordVerifier(new RecordSchemas());
    private final Issuers issuers;
    private final Clock clock;
    private final Vertx vertx;

    VerifyToken(Issuers issuers, Clock clock, Vertx vertx) {
        this.issuers = issuers;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** Away from the event loop, as a large token takes its time; the answer comes on the caller's context. */
    Uni<Map<String, Object>> answer(VerificationRequest request) {
        return Uni.createFrom()
                .completionStage(() ->
                        vertx.executeBlocking(() -> verified(request), false).toCompletionStage());
    }

    private Map<String, Object> verified(VerificationRequest request) {
        Instant asOf = request.asOf() == null ? clock.instant() : request.asOf();
        Given given = Given.keys(keysFor(request.token()), asOf)
                .withStatusLists(request.statusLists())
                .withEarlier(request.earlierVersions());
        return verifier.verify(request.token(), given).json();
    }

    /** Those of the operator that the token names; none when it is not of this service, or no token. */
    private List<PublishedKeys> keysFor(String token) {
        try {
            String issuer = RecordToken.parseWithoutDisclosures(token).header().issuer();
            return Optional.of(issuer).flatMap(issuers::publishedBy).stream().toList();
        } catch (MalformedToken e) {
            return List.of();
        }
    }
}
