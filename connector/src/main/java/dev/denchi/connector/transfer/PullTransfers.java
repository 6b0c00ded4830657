package dev.denchi.connector.transfer;

import dev.denchi.connector.identity.PrivateKeyFile;
import dev.denchi.connector.offer.RecordSets;
import dev.denchi.connector.offer.ServiceAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.edc.connector.controlplane.policy.spi.store.PolicyArchive;
import org.eclipse.edc.connector.controlplane.services.spi.transferprocess.TransferProcessService;
import org.eclipse.edc.connector.controlplane.transfer.spi.flow.DataFlowManager;
import org.eclipse.edc.connector.controlplane.transfer.spi.observe.TransferProcessListener;
import org.eclipse.edc.connector.controlplane.transfer.spi.observe.TransferProcessObservable;
import org.eclipse.edc.connector.controlplane.transfer.spi.store.TransferProcessStore;
import org.eclipse.edc.connector.controlplane.transfer.spi.types.TransferProcess;
import org.eclipse.edc.runtime.metamodel.annotation.Inject;
import org.eclipse.edc.spi.monitor.Monitor;
import org.eclipse.edc.spi.system.ServiceExtension;
import org.eclipse.edc.spi.system.ServiceExtensionContext;
import org.eclipse.edc.spi.system.configuration.Config;
import org.eclipse.edc.transaction.spi.TransactionContext;
import org.jspecify.annotations.Nullable;

/** Makes this connector a provider of pull transfers; without the service's address it does nothing. */
@SuppressWarnings("NullAway.Init") // EDC fills the injected fields before it initializes an extension
public final class PullTransfers implements ServiceExtension {

    private static final int BEFORE_SIGNALLING = 10; // EDC's own controller, for remote data planes, has priority 0
    private static final Duration RETELL = Duration.ofSeconds(2);
    private static final Duration GRACE = Duration.ofMinutes(5);

    @Inject
    private DataFlowManager flows;

    @Inject
    private PolicyArchive agreements;

    @Inject
    private TransferProcessObservable transfers;

    @Inject
    private TransferProcessStore store;

    @Inject
    private TransferProcessService service;

    @Inject
    private TransactionContext transactions;

    private @Nullable ScheduledExecutorService clockwork;
    private @Nullable StopNotices notices;
    private @Nullable OldTransfers oldTransfers;

    @Override
    public String name() {
        return "Denchi pull transfers";
    }

    @Override
    public void initialize(ServiceExtensionContext context) {
        ServiceAddress.in(context.getConfig()).ifPresent(address -> initialize(address, context));
    }

    private void initialize(ServiceAddress address, ServiceExtensionContext context) {
        var config = context.getConfig();
        var clock = Clock.systemUTC();
        var lifetime = Duration.ofSeconds(config.getLong("denchi.token.lifetime-seconds", 600L));
        var stops = new StopNotices(address, lifetime, clock, context.getMonitor());
        var tokens = new PullTokens(
                PrivateKeyFile.read(Path.of(config.getString("denchi.token.key-file"))),
                config.getString("edc.participant.id"),
                config.getString("denchi.api.public-url"),
                lifetime,
                clock);
        flows.register(
                BEFORE_SIGNALLING,
                new PullFlow(
                        new RecordSets(address),
                        tokens,
                        agreements::getAgreementIdForContract,
                        stops,
                        context.getMonitor()));
        transfers.registerListener(completionsToldBy(stops));
        notices = stops;
        oldTransfers = new OldTransfers(
                store, service, transactions, maximumAge(config, lifetime), clock, context.getMonitor());
    }

    @Override
    public void start() {
        if (notices == null || oldTransfers == null) {
            return;
        }
        var executor = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "denchi-transfers");
            thread.setDaemon(true);
            return thread;
        });
        repeat(executor, notices::tellAgain, RETELL, oldTransfers.monitor());
        repeat(executor, oldTransfers::end, oldTransfers.maximumAge().dividedBy(10), oldTransfers.monitor());
        clockwork = executor;
    }

    @Override
    public void shutdown() {
        if (clockwork != null) {
            clockwork.shutdownNow();
        }
    }

    private static Duration maximumAge(Config config, Duration lifetime) {
        var standard = lifetime.plus(GRACE).toSeconds();
        return Duration.ofSeconds(config.getLong("denchi.transfer.maximum-age-seconds", standard));
    }

    /** EDC asks the data plane to stop in every case but one: when the provider itself completes a transfer. */
    private static TransferProcessListener completionsToldBy(StopNotices stops) {
        return new TransferProcessListener() {
            @Override
            public void completed(TransferProcess transfer) {
                if (transfer.getType() == TransferProcess.Type.PROVIDER) {
                    stops.tell(transfer.getId(), StoppedState.COMPLETED);
                }
            }
        };
    }

    /** A task that fails is logged and runs again; an executor alone would drop it for good. */
    private static void repeat(ScheduledExecutorService executor, Runnable task, Duration every, Monitor monitor) {
        Runnable guarded = () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                monitor.warning("Housekeeping of transfers failed and will be tried again", e);
            }
        };
        var unused =
                executor.scheduleWithFixedDelay(guarded, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }
}
