package dev.denchi.api.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Set;

/** What the bearer tokens of an OpenID Connect provider say about a caller. Provider and audience are {@code quarkus.oidc.*}. */
@ConfigMapping(prefix = "denchi.oidc")
interface OidcConfig {

    /** Whether tokens of a provider are accepted. */
    @WithDefault("false")
    boolean enabled();

    /** The claim with the id of the operator that the caller belongs to. */
    @WithDefault("denchi_operator")
    String operatorClaim();

    /** What a value of the roles' claim makes of its bearer: a {@link Role} by its name. A value that is not here gives nothing. */
    Map<String, String> roles();

    /** Values of the roles' claim that make an administrator of his operator. */
    @WithDefault("denchi-administrator")
    Set<String> administrators();
}
