package dev.denchi.api.access.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Signing in with a password at the OpenID Connect provider, for applications that know {@code /auth} alone. */
@ConfigMapping(prefix = "denchi.oidc.sign-in")
interface SignInConfig {

    /** The provider's token endpoint; without it nobody signs in here. It takes the password and the refresh grant of the client. */
    Optional<URI> tokenUrl();

    /** As whom this service speaks to the token endpoint. */
    @WithDefault("denchi-sign-in")
    String clientId();

    /** The client's secret, sent as HTTP Basic (RFC 6749, 2.3.1); a public client has none. */
    Optional<String> clientSecret();

    /** What is asked for. Some providers give a refresh token for {@code offline_access} only. */
    @WithDefault("openid")
    String scope();

    /** How long the provider may take. */
    @WithDefault("5s")
    Duration timeout();

    /** Where people change their password at the provider; told to whoever tries it here. */
    Optional<URI> accountPage();
}
