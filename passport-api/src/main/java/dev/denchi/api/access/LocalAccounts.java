package dev.denchi.api.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.denchi.api.access.account.Tokens;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * People who sign in with a password, in development only: from a file, their tokens in memory and gone with the process. In
 * production there is no such file, and the OpenID Connect provider gives out tokens.
 */
@Singleton
public class LocalAccounts {
    private static final String ISSUER = "local";
    private static final int TOKEN_BYTES = 32;
    private static final int MOST_FAILURES = 10;
    private static final Duration LOCKED = Duration.ofMinutes(5);

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Cache<String, String> accessTokens = remembered(Duration.ofHours(1));
    private final Cache<String, String> refreshTokens = remembered(Duration.ofDays(1));
    private final Cache<String, Integer> failures = remembered(LOCKED);

    private record Account(OperatorId operator, String passwordSha256) {}

    LocalAccounts(AccessConfig config) {
        config.accountsFile().ifPresent(this::read);
    }

    private static <T> Cache<String, T> remembered(Duration life) {
        return Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(life).build();
    }

    private void read(Path file) {
        try {
            for (JsonNode entry : StrictJson.read(Files.readAllBytes(file))) {
                accounts.put(
                        entry.path("account").asText(),
                        new Account(
                                new OperatorId(entry.path("operator").asText()),
                                entry.path("passwordSha256").asText()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether anybody can sign in here at all. */
    public boolean exist() {
        return !accounts.isEmpty();
    }

    /** Empty when there is no such account, the password is another, or it was guessed too often lately. */
    public Optional<Tokens> signIn(String account, String password) {
        Account found = accounts.get(account);
        int failed = Optional.ofNullable(failures.getIfPresent(account)).orElse(0);
        if (found == null || failed >= MOST_FAILURES || !found.passwordSha256().equals(KeyHash.of(password))) {
            failures.put(account, failed + 1);
            return Optional.empty();
        }
        failures.invalidate(account);
        return Optional.of(new Tokens(issue(accessTokens, account), issue(refreshTokens, account)));
    }

    /** A new access token; empty when the refresh token is none of ours, or expired. */
    public Optional<String> refresh(String refreshToken) {
        return Optional.ofNullable(refreshTokens.getIfPresent(KeyHash.of(refreshToken)))
                .map(account -> issue(accessTokens, account));
    }

    /** From now on, until the process ends. @return whether the token was that of an account */
    public boolean change(String accessToken, String newPassword) {
        String account = accessTokens.getIfPresent(KeyHash.of(accessToken));
        if (account == null) {
            return false;
        }
        accounts.computeIfPresent(account, (name, before) -> new Account(before.operator(), KeyHash.of(newPassword)));
        return true;
    }

    /** Empty when it is none of our tokens. */
    Optional<Caller> caller(String accessToken) {
        return Optional.ofNullable(accessTokens.getIfPresent(KeyHash.of(accessToken)))
                .map(account -> new Caller(
                        account,
                        Role.ECONOMIC_OPERATOR,
                        Submitter.subject(operatorOf(account), ISSUER, account),
                        false,
                        null));
    }

    private OperatorId operatorOf(String account) {
        return Optional.ofNullable(accounts.get(account)).orElseThrow().operator();
    }

    private String issue(Cache<String, String> tokens, String account) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        tokens.put(KeyHash.of(token), account);
        return token;
    }
}
