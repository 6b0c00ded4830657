package dev.denchi.api.certificate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of the service files may take. */
@ConfigMapping(prefix = "denchi.certificates")
interface CertificateConfig {

    /** Files of one operator that are uploaded at once, on each replica; each is in the folder for temporary files until it is kept. */
    @WithDefault("4")
    int uploadsAtOnce();
}
