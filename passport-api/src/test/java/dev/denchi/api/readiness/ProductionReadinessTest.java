package dev.denchi.api.readiness;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.api.sign.SignConfig;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductionReadinessTest {
    private static final String LONG_PASSWORD = "long enough to be one";

    private record Signing(Path keystore, String keystorePassword) implements SignConfig {}

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

    private static String refusal(String url, Path keystore, String password, String database, String origins) {
        return String.valueOf(assertThrows(
                        IllegalStateException.class,
                        () -> check(Environment.Kind.PRODUCTION, url, keystore, password, database, origins))
                .getMessage());
    }

    private static void check(
            Environment.Kind kind, String url, Path keystore, String password, String database, String origins) {
        new ProductionReadiness(
                        () -> kind,
                        () -> URI.create(url),
                        new Signing(keystore, password),
                        Optional.of(origins),
                        Optional.of(database))
                .check(new StartupEvent());
    }
}
