package dev.denchi.connector.identity;

import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.edc.protocol.spi.DefaultParticipantIdExtractionFunction;
import org.eclipse.edc.runtime.metamodel.annotation.Provider;
import org.eclipse.edc.spi.iam.AudienceResolver;
import org.eclipse.edc.spi.iam.IdentityService;
import org.eclipse.edc.spi.result.Result;
import org.eclipse.edc.spi.system.ServiceExtension;
import org.eclipse.edc.spi.system.ServiceExtensionContext;
import org.eclipse.edc.spi.system.configuration.Config;
import org.jspecify.annotations.Nullable;

/** Default identity of a participant. Being defaults, the services give way to another identity on the class path. */
public final class ParticipantIdentity implements ServiceExtension {

    /** Claim of a believed token: the participant's id. */
    public static final String ID_CLAIM = "client_id";

    /** Claim of a believed token: the roles that our list of participants gives it, never those it claims itself. */
    public static final String ROLES_CLAIM = "roles";

    private static final String KEY_FILE = "denchi.participant.key-file";
    private static final String PARTICIPANTS_FILE = "denchi.participants.file";

    private @Nullable ParticipantTokens tokens;

    @Override
    public String name() {
        return "Denchi participant identity";
    }

    @Provider(isDefault = true)
    public IdentityService identityService(ServiceExtensionContext context) {
        return tokens(context.getConfig());
    }

    @Provider(isDefault = true)
    public AudienceResolver audienceResolver() {
        return message -> Result.success(message.getCounterPartyAddress());
    }

    @Provider(isDefault = true)
    public DefaultParticipantIdExtractionFunction participantId() {
        return claims -> claims.getStringClaim(ID_CLAIM);
    }

    @Provider
    public TokenRenewal tokenRenewal(ServiceExtensionContext context) {
        // without a key of our own another identity is at work, whose tokens are not ours to renew
        return context.getConfig().hasKey(KEY_FILE) ? tokens(context.getConfig()) : token -> token;
    }

    private synchronized ParticipantTokens tokens(Config config) {
        if (tokens == null) {
            var clock = Clock.systemUTC();
            var judge = new TokenJudge(
                    TrustList.read(Path.of(config.getString(PARTICIPANTS_FILE))),
                    config.getString("edc.dsp.callback.address"),
                    clock);
            tokens = new ParticipantTokens(
                    config.getString("edc.participant.id"),
                    PrivateKeyFile.read(Path.of(config.getString(KEY_FILE))),
                    judge,
                    clock);
        }
        return tokens;
    }
}
