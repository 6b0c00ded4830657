package dev.denchi.api.document;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of the service documents may take. */
@ConfigMapping(prefix = "denchi.documents")
interface DocumentConfig {

    /** Documents of one operator that are uploaded at once, on each replica; each is in the folder for temporary files until it is kept. */
    @WithDefault("4")
    int uploadsAtOnce();
}
