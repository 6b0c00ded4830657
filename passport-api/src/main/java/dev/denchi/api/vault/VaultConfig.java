package dev.denchi.api.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where Vault is, and as whom this service comes to it: by an AppRole, or with a token that somebody made. */
@ConfigMapping(prefix = "denchi.vault")
public interface VaultConfig {

    /** Without it Vault keeps no keys. */
    Optional<URI> address();

    /** Vault Enterprise, or HCP. */
    Optional<String> namespace();

    /** Where the Transit engine is mounted. */
    @WithDefault("transit")
    String transit();

    /** A token, which is renewed as long as Vault lets it be. */
    Optional<String> token();

    /** Where the AppRole method is mounted. */
    @WithDefault("approle")
    String approle();

    Optional<String> roleId();

    Optional<String> secretId();

    /** The longest time for one request. */
    @WithDefault("PT5S")
    Duration timeout();
}
