package dev.denchi.connector.transfer;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.edc.connector.controlplane.services.spi.transferprocess.TransferProcessService;
import org.eclipse.edc.connector.controlplane.transfer.spi.store.TransferProcessStore;
import org.eclipse.edc.connector.controlplane.transfer.spi.types.TransferProcess;
import org.eclipse.edc.connector.controlplane.transfer.spi.types.TransferProcessStates;
import org.eclipse.edc.connector.controlplane.transfer.spi.types.command.TerminateTransferCommand;
import org.eclipse.edc.spi.monitor.Monitor;
import org.eclipse.edc.spi.query.Criterion;
import org.eclipse.edc.spi.query.QuerySpec;
import org.eclipse.edc.transaction.spi.TransactionContext;

/** Ends provider transfers whose token is long dead; EDC would keep them STARTED for ever. */
record OldTransfers(
        TransferProcessStore store,
        TransferProcessService transfers,
        TransactionContext transactions,
        Duration maximumAge,
        Clock clock,
        Monitor monitor) {

    private static final int AT_ONCE = 100;

    void end() {
        for (var transfer : transactions.execute(this::old)) {
            transfers
                    .terminate(new TerminateTransferCommand(
                            transfer.getId(), "The pull token has expired; start a new transfer"))
                    .onFailure(failure -> monitor.warning("Old transfer %s could not be ended: %s"
                            .formatted(transfer.getId(), failure.getFailureDetail())));
        }
    }

    private List<TransferProcess> old() {
        var startedBefore = clock.instant().minus(maximumAge).toEpochMilli();
        var query = QuerySpec.Builder.newInstance()
                .filter(new Criterion("state", "=", TransferProcessStates.STARTED.code()))
                .filter(new Criterion("type", "=", TransferProcess.Type.PROVIDER.name()))
                .filter(new Criterion("stateTimestamp", "<", startedBefore))
                .limit(AT_ONCE)
                .build();
        try (var found = store.findAll(query)) {
            return found.toList();
        }
    }
}
