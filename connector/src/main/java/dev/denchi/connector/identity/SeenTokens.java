package dev.denchi.connector.identity;

import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.edc.spi.iam.TokenRepresentation;

/**
 * Remembers tokens for as long as they live, so that none is taken twice. One delivery may be judged more than once while
 * it is handled (package conflict asks again): EDC makes one token object per request, so the same object is the same delivery.
 */
final class SeenTokens {

    private record Seen(TokenRepresentation delivery, Instant until) {}

    private final ConcurrentMap<String, Seen> seen = new ConcurrentHashMap<>();
    private volatile Instant nextSweep = Instant.MIN;

    boolean isFirstDelivery(String tokenId, TokenRepresentation delivery, Instant until, Instant now) {
        sweep(now);
        var before = seen.putIfAbsent(tokenId, new Seen(delivery, until));
        return before == null || before.delivery() == delivery;
    }

    private void sweep(Instant now) {
        if (now.isBefore(nextSweep)) {
            return;
        }
        nextSweep = now.plusSeconds(1);
        seen.values().removeIf(token -> token.until().isBefore(now));
    }
}
