package dev.denchi.api.supply;

import dev.denchi.model.cfp.Release;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is told to customers, and what is remembered of writes. */
@ConfigMapping(prefix = "denchi.supply")
public interface SupplyConfig {

    /**
     * Whether a footprint that answers a request is released to the one who asked as long as its operator did not decide
     * otherwise. Applications that know the published API alone have no other way to answer.
     */
    @WithDefault("true")
    boolean answersAreReleased();

    /** How long it can be asked what became of a write. */
    @WithDefault("P7D")
    Duration tracksKnownFor();

    /** What a customer may know as long as nothing was decided. */
    default Release undecided() {
        return new Release(answersAreReleased(), answersAreReleased());
    }
}
