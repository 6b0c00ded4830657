package dev.denchi.api.readiness;

import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.StrictJson;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What would let in callers whom nobody vouches for. */
@Singleton
final class UnsafeCallers {
    private final boolean oidc;
    private final Optional<String> provider;
    private final Optional<String> audience;
    private final Optional<String> issuer;
    private final Optional<String> tokenUrl;
    private final Optional<Path> callersFile;
    private final Optional<Path> accountsFile;

    UnsafeCallers(
            @ConfigProperty(name = "denchi.oidc.enabled", defaultValue = "false") boolean oidc,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> provider,
            @ConfigProperty(name = "quarkus.oidc.token.audience") Optional<String> audience,
            @ConfigProperty(name = "quarkus.oidc.token.issuer") Optional<String> issuer,
            @ConfigProperty(name = "denchi.oidc.sign-in.token-url") Optional<String> tokenUrl,
            @ConfigProperty(name = "denchi.access.callers-file") Optional<Path> callersFile,
            @ConfigProperty(name = "denchi.access.accounts-file") Optional<Path> accountsFile) {
        this.oidc = oidc;
        this.provider = provider;
        this.audience = audience;
        this.issuer = issuer;
        this.tokenUrl = tokenUrl;
        this.callersFile = callersFile;
        this.accountsFile = accountsFile;
    }

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (!oidc || provider.isEmpty()) {
            faults.add("there is no OIDC issuer (denchi.oidc.enabled, quarkus.oidc.auth-server-url)");
        }
        if (provider.filter(url -> !url.startsWith("https://")).isPresent()) {
            faults.add("quarkus.oidc.auth-server-url is not https");
        }
        if (tokenUrl.filter(url -> !url.startsWith("https://")).isPresent()) {
            faults.add("denchi.oidc.sign-in.token-url is not https, and would be told passwords");
        }
        if (oidc && (audience.isEmpty() || audience.filter("any"::equals).isPresent())) {
            faults.add("quarkus.oidc.token.audience admits tokens for other services");
        }
        if (issuer.filter("any"::equals).isPresent()) {
            faults.add("quarkus.oidc.token.issuer admits every issuer");
        }
        if (callersFile.filter(UnsafeCallers::namesCallers).isPresent()) {
            faults.add(
                    "denchi.access.callers-file names callers, whose keys are for development; let it name operators only");
        }
        if (accountsFile.isPresent()) {
            faults.add("denchi.access.accounts-file lets people in with passwords that are for development");
        }
        return faults;
    }

    private static boolean namesCallers(Path file) {
        try {
            return !StrictJson.read(Files.readAllBytes(file)).path("callers").isEmpty();
        } catch (IOException | MalformedJson e) {
            return false; // reading it will fail the start on its own
        }
    }
}
