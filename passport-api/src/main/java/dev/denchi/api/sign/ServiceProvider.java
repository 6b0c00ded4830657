package dev.denchi.api.sign;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Who runs this service. */
@ConfigMapping(prefix = "denchi")
public interface ServiceProvider {
    String UNNAMED = "urn:denchi:service-provider:unnamed";

    /** Its identifier, such as a GLN as GS1 Digital Link; kept with every record. Outside development it must be given. */
    @WithDefault(UNNAMED)
    URI serviceProvider();
}
