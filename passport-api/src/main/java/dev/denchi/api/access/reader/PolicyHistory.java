package dev.denchi.api.access.reader;

import dev.denchi.api.access.KeyHash;
import dev.denchi.api.store.access.KeptPolicy;
import dev.denchi.api.store.access.PolicyLog;
import dev.denchi.model.access.AccessPolicies;
import dev.denchi.model.access.AccessPolicy;
import dev.denchi.model.format.AccessPolicyFile;
import dev.denchi.model.format.StrictJson;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Today's access policy, and that of each day before. Until they are read nothing is shown to anybody but its operator; a
 * policy of today that cannot be read fails the start, an old one that cannot be read opens nothing.
 */
@Singleton
public class PolicyHistory {
    private static final Logger LOG = Logger.getLogger(PolicyHistory.class);
    private static final int TAG_CHARACTERS = 8;

    private final PolicyLog log;
    private final AccessPolicy today;
    private final Clock clock;
    private volatile AccessPolicies policies;
    private volatile String tag = "none";

    PolicyHistory(PolicyLog log, AccessPolicy today, Clock clock) {
        this.log = log;
        this.today = today;
        this.clock = clock;
        this.policies = new AccessPolicies(today, Map.of());
    }

    void atStart(@Observes StartupEvent event) throws Throwable {
        load();
    }

    void load() throws Throwable {
        byte[] document = AccessPolicyFile.bundledBytes();
        String sha256 = KeyHash.of(new String(document, StandardCharsets.UTF_8));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        KeptPolicy running = new KeptPolicy(now, today.version(), sha256, document);
        List<KeptPolicy> kept = VertxContextSupport.subscribeAndAwait(() -> log.add(running));
        Map<Instant, AccessPolicy> history = new HashMap<>();
        kept.forEach(policy -> history.put(policy.effectiveAt(), read(policy)));
        policies = new AccessPolicies(today, history);
        tag = sha256.substring(0, TAG_CHARACTERS);
    }

    public AccessPolicies policies() {
        return policies;
    }

    /** What sets today's policy apart from another's, for entity tags. */
    public String tag() {
        return tag;
    }

    private static AccessPolicy read(KeptPolicy policy) {
        try {
            return AccessPolicyFile.read(StrictJson.read(policy.document()));
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "the access policy %s of %s cannot be read: what was issued under it is shown to its operator only",
                    policy.version(),
                    policy.effectiveAt());
            return AccessPolicy.closed(policy.version());
        }
    }
}
