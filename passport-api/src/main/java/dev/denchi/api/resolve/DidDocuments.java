package dev.denchi.api.resolve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.denchi.model.identifier.DidWeb;
import dev.denchi.model.signature.PublishedKeys;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The keys that issuers elsewhere publish; each document is remembered for a while, and for a shorter one that there was none. */
@Singleton
public class DidDocuments {
    private static final int MOST_REMEMBERED = 1_000;

    private final Fetching fetching;
    private final Cache<DidWeb, Found> known;

    /** @param why there is none; {@code null} when there is one */
    private record Found(
            @Nullable PublishedKeys keys, @Nullable String why) {}

    DidDocuments(Fetching fetching, ResolveConfig config) {
        this.fetching = fetching;
        long found = config.knownFor().toNanos();
        long missed = config.missedFor().toNanos();
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfter(Expiry.creating(
                        (DidWeb did, Found each) -> Duration.ofNanos(each.keys() == null ? missed : found)))
                .build();
    }

    /** As its document says now, or said a moment ago; fails with {@link Unresolved}. */
    public Uni<PublishedKeys> keysOf(DidWeb did) {
        Found remembered = known.getIfPresent(did);
        return remembered == null
                ? fetched(did).map(DidDocuments::told)
                : Uni.createFrom().item(remembered).map(DidDocuments::told);
    }

    /** As its document says now; fails with {@link Unresolved}. */
    public Uni<PublishedKeys> freshKeysOf(DidWeb did) {
        known.invalidate(did);
        return keysOf(did);
    }

    private Uni<Found> fetched(DidWeb did) {
        return fetching.get(did.document())
                .map(document -> read(did, document))
                .onFailure(Unresolved.class)
                .recoverWithItem(why -> new Found(null, why.getMessage()))
                .invoke(found -> known.put(did, found));
    }

    /** A document that speaks of another DID says nothing of this one. */
    private static Found read(DidWeb did, byte[] document) {
        try {
            PublishedKeys keys = PublishedKeys.ofDidDocument(document);
            return keys.issuer().equals(did.value())
                    ? new Found(keys, null)
                    : new Found(null, did.document() + " is the document of another DID than " + did);
        } catch (IllegalArgumentException e) {
            return new Found(null, did.document() + ": " + e.getMessage());
        }
    }

    private static PublishedKeys told(Found found) {
        if (found.keys() == null) {
            throw new Unresolved(String.valueOf(found.why()));
        }
        return found.keys();
    }
}
