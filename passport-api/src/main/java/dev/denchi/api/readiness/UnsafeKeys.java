package dev.denchi.api.readiness;

import dev.denchi.api.sign.SignConfig;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What would lay private keys open, or let a stranger's key in. */
@Singleton
final class UnsafeKeys {
    private static final int SHORTEST_PASSWORD = 16;

    private final SignConfig signing;
    private final Optional<String> vault;
    private final boolean privateAddresses;

    UnsafeKeys(
            SignConfig signing,
            @ConfigProperty(name = "denchi.vault.address") Optional<String> vault,
            @ConfigProperty(name = "denchi.resolve.private-addresses", defaultValue = "false")
                    boolean privateAddresses) {
        this.signing = signing;
        this.vault = vault;
        this.privateAddresses = privateAddresses;
    }

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (signing.keystore().filter(file -> !Files.exists(file)).isPresent()) {
            faults.add("denchi.sign.keystore does not exist and would be generated");
        }
        if (signing.keystore().isPresent()
                && signing.keystorePassword().orElse("").length() < SHORTEST_PASSWORD) {
            faults.add("denchi.sign.keystore-password is shorter than " + SHORTEST_PASSWORD + " characters");
        }
        if (vault.filter(address -> !address.startsWith("https://")).isPresent()) {
            faults.add("denchi.vault.address is not https");
        }
        if (privateAddresses) {
            faults.add("denchi.resolve.private-addresses lets strangers send this service into its own network");
        }
        return faults;
    }
}
