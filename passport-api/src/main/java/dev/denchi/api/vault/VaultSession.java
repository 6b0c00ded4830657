package dev.denchi.api.vault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.vault.VaultApi.VaultRefused;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A token of Vault, renewed in the last third of its life, and got anew by the AppRole when it cannot be renewed or is refused. One that somebody
 * made by hand is renewed as well; when that ends, so does the session. A renewal that got no answer is tried again.
 */
final class VaultSession {
    private final VaultApi api;
    private final VaultConfig config;
    private final Clock clock;
    private @Nullable CompletableFuture<Token> current;

    /** @param renewAt {@code null} when it never ends */
    private record Token(
            String value,
            boolean renewable,
            @Nullable Instant renewAt,
            @Nullable Instant endsAt) {}

    VaultSession(VaultApi api, VaultConfig config, Clock clock) {
        this.api = api;
        this.config = config;
        this.clock = clock;
    }

    /** Does it with a token that is good; once more with a new one when Vault does not take it. */
    CompletionStage<JsonNode> with(Function<String, CompletionStage<JsonNode>> work) {
        CompletableFuture<Token> token = token();
        return token.thenCompose(found -> work.apply(found.value()))
                .handle((answer, failure) ->
                        failure == null ? CompletableFuture.completedStage(answer) : again(token, work, failure))
                .thenCompose(stage -> stage);
    }

    private CompletionStage<JsonNode> again(
            CompletableFuture<Token> refused, Function<String, CompletionStage<JsonNode>> work, Throwable failure) {
        if (config.roleId().isEmpty() || !(cause(failure) instanceof VaultRefused refusal) || !refusal.isForbidden()) {
            return CompletableFuture.failedStage(failure);
        }
        return insteadOf(refused).thenCompose(token -> work.apply(token.value()));
    }

    private synchronized CompletableFuture<Token> token() {
        if (current == null || current.isCompletedExceptionally()) {
            current = first().toCompletableFuture();
        } else if (current.isDone() && isDue(current.join())) {
            current = renewed(current.join()).toCompletableFuture();
        }
        return current;
    }

    private synchronized CompletableFuture<Token> insteadOf(CompletableFuture<Token> refused) {
        if (refused.equals(current)) {
            current = first().toCompletableFuture();
        }
        return current == null ? first().toCompletableFuture() : current;
    }

    private CompletionStage<Token> first() {
        if (config.roleId().isPresent()) {
            Map<String, String> role = Map.of(
                    "role_id",
                    config.roleId().get(),
                    "secret_id",
                    config.secretId().orElse(""));
            return api.post("auth/" + config.approle() + "/login", null, role)
                    .thenApply(answer -> token(answer.path("auth")));
        }
        String given =
                config.token().orElseThrow(() -> new IllegalStateException("denchi.vault has no token and no AppRole"));
        return api.get("auth/token/lookup-self", given)
                .thenApply(answer -> token(
                        given,
                        answer.path("data").path("renewable").asBoolean(false),
                        answer.path("data").path("ttl").asLong(0)));
    }

    /** A token that cannot be renewed any more is used to its end. */
    private CompletionStage<Token> renewed(Token old) {
        CompletionStage<Token> renewed = old.renewable()
                ? api.post("auth/token/renew-self", old.value(), Map.of())
                        .thenApply(answer -> token(answer.path("auth")))
                : CompletableFuture.failedStage(new IllegalStateException("Vault's token is not renewable"));
        return renewed.handle((token, failure) -> failure == null
                        ? CompletableFuture.completedStage(token)
                        : config.roleId().isPresent() ? first() : toItsEnd(old, failure))
                .thenCompose(stage -> stage);
    }

    private CompletionStage<Token> toItsEnd(Token old, Throwable failure) {
        Instant end = old.endsAt();
        if (end == null || !clock.instant().isBefore(end)) {
            return CompletableFuture.failedStage(failure);
        }
        boolean mayRenew = old.renewable() && !wasRefused(failure);
        Instant next = mayRenew ? soon(end) : end;
        return CompletableFuture.completedStage(new Token(old.value(), mayRenew, next, end));
    }

    /** What Vault did not answer it may answer later. */
    private Instant soon(Instant end) {
        Instant next = clock.instant().plus(config.timeout());
        return next.isBefore(end) ? next : end;
    }

    private static boolean wasRefused(Throwable failure) {
        return cause(failure) instanceof VaultRefused;
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private Token token(JsonNode auth) {
        if (!auth.path("client_token").isTextual()) {
            throw new CompletionException(new VaultRefused(false, "its answer to a login or a renewal holds no token"));
        }
        return token(
                auth.path("client_token").textValue(),
                auth.path("renewable").asBoolean(false),
                auth.path("lease_duration").asLong(0));
    }

    private Token token(String value, boolean renewable, long seconds) {
        Instant now = clock.instant();
        return seconds == 0
                ? new Token(value, renewable, null, null)
                : new Token(value, renewable, now.plusSeconds(seconds * 2 / 3), now.plusSeconds(seconds));
    }

    private boolean isDue(Token token) {
        return token.renewAt() != null && !clock.instant().isBefore(token.renewAt());
    }
}
