package dev.denchi.api.sign;

import dev.denchi.model.signature.SigningAlgorithm;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The keys that this service keeps for its operators. */
@ConfigMapping(prefix = "denchi.sign")
public interface SignConfig {

    /** Who keeps the private keys. */
    @WithDefault("keystore")
    Kind custody();

    /** What new keys are for. */
    @WithDefault("ES256")
    SigningAlgorithm algorithm();

    /** By operator id, where one differs. */
    Map<String, OfOperator> operators();

    /** A PKCS#12 file. In development a missing file is made. */
    Optional<Path> keystore();

    Optional<String> keystorePassword();

    /**
     * How long a replica believes what it knows of the keys: how much later another one's revocation is heard. A new key signs after
     * twice that time, so that all replicas change on the same second.
     */
    @WithDefault("5s")
    Duration keysKnownFor();

    /** What one operator's keys are like. */
    interface OfOperator {
        Optional<Kind> custody();

        Optional<SigningAlgorithm> algorithm();
    }

    /** Who keeps private keys. */
    enum Kind {
        KEYSTORE("keystore"),
        VAULT("vault"),
        PKCS11("pkcs11");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As table {@code issuer_key} has it. */
        String label() {
            return label;
        }
    }
}
