package dev.denchi.api.readiness;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.api.sign.ServiceProvider;
import dev.denchi.api.sign.SignConfig;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductionReadinessTest {
    private static final String LONG_PASSWORD = "long enough to be one";

    private static final String PROVIDER = "https://id.gs1.org/417/4912399000004";

    private static final UnsafeCallers GOOD_CALLERS =
            callers(true, "https://login.denchi.example", "denchi", null, null);

    @Test
    void names_all_unsafe_settings_at_once(@TempDir Path home) {
        String message = refusal("http://denchi.example", home.resolve("none.p12"), "short", "postgres", "*");

        for (String fault : List.of(
                "denchi.public-url",
                "denchi.sign.keystore does not exist",
                "denchi.sign.keystore-password",
                "quarkus.datasource.password",
                "quarkus.http.cors.origins")) {
            assertTrue(message.contains(fault), () -> fault + " is missing in: " + message);
        }
        assertFalse(message.contains("short,") || message.contains("\"short\""), "a password is told");
    }

    @Test
    void names_only_what_is_unsafe(@TempDir Path home) throws IOException {
        Path keystore = Files.createFile(home.resolve("keys.p12"));
        String message = refusal("https://denchi.example", keystore, LONG_PASSWORD, "", "https://reader.example");

        assertTrue(
                message.startsWith("unsafe outside development: quarkus.datasource.password is empty or a default."));
    }

    @Test
    void starts_with_safe_settings(@TempDir Path home) throws IOException {
        Path keystore = Files.createFile(home.resolve("keys.p12"));
        assertDoesNotThrow(() -> check(
                Environment.Kind.PRODUCTION,
                "https://denchi.example",
                keystore,
                LONG_PASSWORD,
                LONG_PASSWORD,
                "https://reader.example"));
    }

    @Test
    void starts_with_anything_in_development(@TempDir Path home) {
        assertDoesNotThrow(() ->
                check(Environment.Kind.DEVELOPMENT, "http://localhost", home.resolve("none.p12"), "short", "", "*"));
    }

    @Test
    void names_everything_that_would_let_in_callers_whom_nobody_vouches_for(@TempDir Path home) throws IOException {
        Path file = Files.writeString(home.resolve("callers.json"), "{\"operators\": [], \"callers\": [{}]}");
        assertEquals(List.of(), GOOD_CALLERS.faults());
        assertFaults(callers(false, null, null, null, null), "there is no OIDC issuer");
        assertFaults(callers(true, null, "denchi", null, null), "there is no OIDC issuer");
        assertFaults(callers(true, "http://login.example", "denchi", null, null), "auth-server-url is not https");
        assertFaults(callers(true, "https://login.example", null, null, null), "quarkus.oidc.token.audience");
        assertFaults(callers(true, "https://login.example", "any", null, null), "quarkus.oidc.token.audience");
        assertFaults(callers(true, "https://login.example", "denchi", "any", null), "quarkus.oidc.token.issuer");
        assertFaults(callers(true, "https://login.example", "denchi", null, file), "denchi.access.callers-file");
        Files.writeString(file, "{\"operators\": []}");
        assertEquals(
                List.of(),
                callers(true, "https://login.example", "denchi", null, file).faults());
    }

    @Test
    void refuses_to_hand_on_passwords_in_the_clear() {
        assertFaults(
                callers(true, "https://login.example", "denchi", null, null, null, "http://login.example/token"),
                "denchi.oidc.sign-in.token-url is not https");
        assertEquals(
                List.of(),
                callers(true, "https://login.example", "denchi", null, null, null, "https://login.example/token")
                        .faults());
    }

    @Test
    void refuses_to_start_with_accounts_of_a_file() {
        assertFaults(
                callers(true, "https://login.example", "denchi", null, null, Path.of("accounts.json"), null),
                "denchi.access.accounts-file");
    }

    @Test
    void refuses_to_start_without_an_issuer(@TempDir Path home) throws IOException {
        Path keystore = Files.createFile(home.resolve("keys.p12"));
        IllegalStateException refusal = assertThrows(
                IllegalStateException.class,
                () -> check(
                        Environment.Kind.PRODUCTION,
                        "https://denchi.example",
                        keystore,
                        LONG_PASSWORD,
                        LONG_PASSWORD,
                        "https://reader.example",
                        callers(false, null, null, null, null)));
        assertTrue(String.valueOf(refusal.getMessage()).contains("there is no OIDC issuer"));
    }

    @Test
    void refuses_to_start_when_nobody_says_who_runs_the_service(@TempDir Path home) throws IOException {
        Path keystore = Files.createFile(home.resolve("keys.p12"));
        for (String provider : List.of(ServiceProvider.UNNAMED, "Denchi")) {
            IllegalStateException refusal = assertThrows(
                    IllegalStateException.class,
                    () -> check(
                            Environment.Kind.PRODUCTION,
                            "https://denchi.example",
                            provider,
                            keystore,
                            LONG_PASSWORD,
                            LONG_PASSWORD,
                            "https://reader.example",
                            GOOD_CALLERS));
            assertTrue(String.valueOf(refusal.getMessage())
                    .startsWith("unsafe outside development: denchi.service-provider does not say"));
        }
    }

    private static UnsafeCallers callers(
            boolean oidc,
            @Nullable String provider,
            @Nullable String audience,
            @Nullable String issuer,
            @Nullable Path file) {
        return callers(oidc, provider, audience, issuer, file, null, null);
    }

    private static UnsafeCallers callers(
            boolean oidc,
            @Nullable String provider,
            @Nullable String audience,
            @Nullable String issuer,
            @Nullable Path file,
            @Nullable Path accounts,
            @Nullable String tokenUrl) {
        return new UnsafeCallers(
                oidc,
                Optional.ofNullable(provider),
                Optional.ofNullable(audience),
                Optional.ofNullable(issuer),
                Optional.ofNullable(tokenUrl),
                Optional.ofNullable(file),
                Optional.ofNullable(accounts));
    }

    private static void assertFaults(UnsafeCallers callers, String fault) {
        List<String> faults = callers.faults();
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).contains(fault), faults::toString);
    }

    private static String refusal(String url, Path keystore, String password, String database, String origins) {
        return String.valueOf(assertThrows(
                        IllegalStateException.class,
                        () -> check(Environment.Kind.PRODUCTION, url, keystore, password, database, origins))
                .getMessage());
    }

    private static void check(
            Environment.Kind kind, String url, Path keystore, String password, String database, String origins) {
        check(kind, url, keystore, password, database, origins, GOOD_CALLERS);
    }

    private static void check(
            Environment.Kind kind,
            String url,
            Path keystore,
            String password,
            String database,
            String origins,
            UnsafeCallers callers) {
        check(kind, url, PROVIDER, keystore, password, database, origins, callers);
    }

    private static void check(
            Environment.Kind kind,
            String url,
            String provider,
            Path keystore,
            String password,
            String database,
            String origins,
            UnsafeCallers callers) {
        new ProductionReadiness(
                        () -> kind,
                        () -> URI.create(url),
                        () -> URI.create(provider),
                        new UnsafeKeys(signing(keystore, password), Optional.empty(), false),
                        Optional.of(origins),
                        Optional.of(database),
                        callers)
                .check(new StartupEvent());
    }

    @Test
    void names_what_would_lay_keys_open(@TempDir Path home) throws IOException {
        SignConfig safe = signing(Files.createFile(home.resolve("keys.p12")), LONG_PASSWORD);
        assertEquals(List.of(), new UnsafeKeys(safe, Optional.of("https://vault.example"), false).faults());
        List<String> faults = new UnsafeKeys(safe, Optional.of("http://vault.example"), true).faults();
        assertEquals(2, faults.size(), faults::toString);
    }

    private static SignConfig signing(Path keystore, String password) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SignConfig.class)
                .withDefaultValue("denchi.sign.keystore", keystore.toString())
                .withDefaultValue("denchi.sign.keystore-password", password)
                .build()
                .getConfigMapping(SignConfig.class);
    }
}
