package dev.denchi.connector.transfer;

import dev.denchi.connector.offer.ServiceAddress;
import dev.denchi.connector.offer.ServiceAddress.ServiceUnreachable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.edc.spi.monitor.Monitor;

/**
 * Tells the service that a transfer's tokens are worthless from now on. What could not be told is told again until those
 * tokens have expired by themselves, whatever EDC makes of the transfer meanwhile.
 */
final class StopNotices {

    private static final int FIRST_REDIRECT = 300;

    private final ServiceAddress service;
    private final Duration tokenLifetime;
    private final Clock clock;
    private final Monitor monitor;
    private final Queue<Notice> untold = new ConcurrentLinkedQueue<>();

    StopNotices(ServiceAddress service, Duration tokenLifetime, Clock clock, Monitor monitor) {
        this.service = service;
        this.tokenLifetime = tokenLifetime;
        this.clock = clock;
        this.monitor = monitor;
    }

    private record Notice(String transfer, StoppedState state, Instant at) {

        String json() {
            return "{\"state\":\"%s\",\"at\":\"%s\"}".formatted(state, at);
        }
    }

    /** The reason why the service could not be told, or nothing. */
    Optional<String> tell(String transfer, StoppedState state) {
        var notice = new Notice(transfer, state, clock.instant());
        var failure = send(notice);
        failure.ifPresent(reason -> {
            monitor.warning("Transfer %s is %s, but the service was not told: %s".formatted(transfer, state, reason));
            untold.add(notice);
        });
        return failure;
    }

    /** Tells once more what is still untold; called every few seconds. */
    void tellAgain() {
        for (var waiting = untold.size(); waiting > 0; waiting--) {
            var notice = untold.poll();
            if (notice != null && isStillNeeded(notice) && send(notice).isPresent()) {
                untold.add(notice);
            }
        }
    }

    private boolean isStillNeeded(Notice notice) {
        return clock.instant().isBefore(notice.at().plus(tokenLifetime));
    }

    private Optional<String> send(Notice notice) {
        var path = "/v1/transfers/%s/state"
                .formatted(URLEncoder.encode(notice.transfer(), StandardCharsets.UTF_8)
                        .replace("+", "%20"));
        try {
            var status = service.put(path, notice.json()).statusCode();
            return status < FIRST_REDIRECT ? Optional.empty() : Optional.of("it answered " + status);
        } catch (ServiceUnreachable e) {
            return Optional.of(e.toString());
        }
    }
}
