package dev.denchi.api.ouranos.account;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Who takes part. */
@ConfigMapping(prefix = "denchi.ouranos")
interface OuranosConfig {

    /**
     * A JSON file with an array of operators: {@code operator} (the tenant), {@code openOperatorId}, {@code operatorName},
     * {@code operatorAddress}, and where there are, {@code operatorId} and {@code globalOperatorId}.
     */
    Optional<Path> participantsFile();
}
