package dev.denchi.api.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.model.signature.PublishedKey;
import dev.denchi.model.signature.SigningAlgorithm;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against what Vault documents of its HTTP API; not against a Vault. */
class VaultTransitTest {
    private static final byte[] INPUT = "header.payload".getBytes(StandardCharsets.US_ASCII);
    private static final Map<String, String> APP_ROLE =
            Map.of("role-id", VaultStandIn.ROLE, "secret-id", VaultStandIn.SECRET);

    private final Later clock = new Later();
    private VaultStandIn vault;

    @SuppressWarnings("NullAway.Init") // before each
    VaultTransitTest() {}

    @BeforeEach
    void start() throws IOException {
        vault = new VaultStandIn();
    }

    @AfterEach
    void stop() {
        vault.close();
    }

    @Test
    void keys_of_every_algorithm_are_made_found_and_sign_in_the_form_of_jose() throws Exception {
        VaultTransit one = transit(APP_ROLE);
        VaultTransit other = transit(Map.of("token", "s.root"));
        for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
            String name = "denchi-sakura-cells-" + algorithm.ordinal();
            assertEquals(Optional.empty(), one.find(name));
            PublicKey key = one.make(name, algorithm);
            assertThrows(GeneralSecurityException.class, () -> other.make(name, algorithm));
            assertArrayEquals(key.getEncoded(), other.find(name).orElseThrow().getEncoded());
            for (VaultTransit each : List.of(one, other)) {
                byte[] signature = signed(each, name, algorithm);
                PublishedKey published = PublishedKey.of("did:web:a.example", key);
                assertTrue(published.verifies(algorithm, INPUT, signature));
            }
        }
    }

    @Test
    void logs_in_once_and_renews_its_token_before_it_ends() throws Exception {
        VaultTransit transit = transit(APP_ROLE);
        transit.make("k", SigningAlgorithm.ES256);
        signed(transit, "k", SigningAlgorithm.ES256);
        assertEquals(1, asks("POST auth/approle/login"));
        assertEquals(0, asks("POST auth/token/renew-self"));
        clock.pass(Duration.ofSeconds(2500));
        signed(transit, "k", SigningAlgorithm.ES256);
        signed(transit, "k", SigningAlgorithm.ES256);
        assertEquals(1, asks("POST auth/approle/login"));
        assertEquals(1, asks("POST auth/token/renew-self"));
    }

    @Test
    void logs_in_again_when_its_token_cannot_be_renewed_or_was_revoked() throws Exception {
        VaultTransit transit = transit(APP_ROLE);
        transit.make("k", SigningAlgorithm.ES256);
        vault.renews = false;
        clock.pass(Duration.ofSeconds(2500));
        signed(transit, "k", SigningAlgorithm.ES256);
        assertEquals(2, asks("POST auth/approle/login"));
        vault.revokeAllTokens();
        signed(transit, "k", SigningAlgorithm.ES256);
        assertEquals(3, asks("POST auth/approle/login"));
    }

    @Test
    void a_token_made_by_hand_is_renewed_and_used_to_its_end() throws Exception {
        VaultTransit transit = transit(Map.of("token", "s.root"));
        transit.make("k", SigningAlgorithm.ES256);
        clock.pass(Duration.ofSeconds(2500));
        signed(transit, "k", SigningAlgorithm.ES256);
        assertEquals(1, asks("POST auth/token/renew-self"));
        vault.renews = false;
        clock.pass(Duration.ofSeconds(2500));
        signed(transit, "k", SigningAlgorithm.ES256);
        clock.pass(Duration.ofSeconds(1200));
        assertThrows(ExecutionException.class, () -> signed(transit, "k", SigningAlgorithm.ES256));
    }

    @Test
    void a_renewal_that_got_no_answer_is_tried_again() throws Exception {
        VaultTransit transit = transit(Map.of("token", "s.root"));
        transit.make("k", SigningAlgorithm.ES256);
        vault.answersRenewals = false;
        clock.pass(Duration.ofSeconds(2500));
        signed(transit, "k", SigningAlgorithm.ES256);
        vault.answersRenewals = true;
        clock.pass(Duration.ofSeconds(60));
        signed(transit, "k", SigningAlgorithm.ES256);
        assertEquals(2, asks("POST auth/token/renew-self"));
        clock.pass(Duration.ofSeconds(2000)); // beyond the end that it had without the renewal
        signed(transit, "k", SigningAlgorithm.ES256);
    }

    @Test
    void a_refusal_is_told_and_names_no_secret() {
        VaultTransit transit = transit(Map.of("role-id", VaultStandIn.ROLE, "secret-id", "wrong-one"));
        IOException refused = assertThrows(IOException.class, () -> transit.find("k"));
        assertTrue(String.valueOf(refused.getMessage()).contains("400"), refused::toString);
        assertTrue(!String.valueOf(refused.getMessage()).contains("wrong-one"), refused::toString);
        VaultTransit stranger = transit(Map.of("token", "s.unknown"));
        assertThrows(IOException.class, () -> stranger.find("k"));
        assertThrows(
                ExecutionException.class,
                () -> signed(transit(Map.of("token", "s.root")), "none", SigningAlgorithm.ES256));
    }

    private long asks(String what) {
        return vault.asked.stream().filter(what::equals).count();
    }

    private static byte[] signed(VaultTransit transit, String name, SigningAlgorithm algorithm)
            throws ExecutionException, InterruptedException {
        return transit.sign(name, algorithm, INPUT).toCompletableFuture().get();
    }

    private VaultTransit transit(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(VaultConfig.class)
                .withDefaultValue("denchi.vault.address", vault.address().toString());
        settings.forEach((key, value) -> builder.withDefaultValue("denchi.vault." + key, value));
        return new VaultTransit(builder.build().getConfigMapping(VaultConfig.class), clock);
    }

    private static final class Later extends Clock {
        private Instant now = Instant.parse("2026-11-27T20:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
