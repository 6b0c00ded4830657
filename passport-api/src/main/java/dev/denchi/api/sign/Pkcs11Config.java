package dev.denchi.api.sign;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** A token behind PKCS#11. */
@ConfigMapping(prefix = "denchi.pkcs11")
interface Pkcs11Config {

    /** The module of the token's maker, such as a {@code .so}; without it no token keeps keys. */
    Optional<Path> library();

    /** The slot's id; the first slot with a token when it is absent. */
    Optional<Long> slot();

    Optional<String> pin();
}
