package dev.denchi.connector.transfer;

import static org.eclipse.edc.connector.controlplane.transfer.spi.types.TransferProcessStates.COMPLETING;
import static org.eclipse.edc.connector.controlplane.transfer.spi.types.TransferProcessStates.COMPLETING_REQUESTED;
import static org.eclipse.edc.spi.constants.CoreConstants.EDC_NAMESPACE;

import dev.denchi.connector.offer.RecordSets;
import dev.denchi.connector.offer.ServiceAddress.ServiceUnreachable;
import java.util.Optional;
import java.util.Set;
import org.eclipse.edc.connector.controlplane.asset.spi.domain.Asset;
import org.eclipse.edc.connector.controlplane.transfer.spi.flow.DataFlowController;
import org.eclipse.edc.connector.controlplane.transfer.spi.types.DataFlowResponse;
import org.eclipse.edc.connector.controlplane.transfer.spi.types.TransferProcess;
import org.eclipse.edc.policy.model.Policy;
import org.eclipse.edc.spi.monitor.Monitor;
import org.eclipse.edc.spi.response.ResponseStatus;
import org.eclipse.edc.spi.response.StatusResult;
import org.eclipse.edc.spi.types.domain.DataAddress;

/** A transfer of ours is a token and an address: the consumer pulls from the service, and no byte passes through here. */
final class PullFlow implements DataFlowController {

    private static final String TRANSFER_TYPE = "HttpData-PULL";
    private static final String HTTP = "https://w3id.org/idsa/v4.1/HTTP";

    /** EDC stops a flow only where it knows which data plane runs it. */
    private static final String DATA_PLANE = "passport-api";

    private final RecordSets recordSets;
    private final PullTokens tokens;
    private final Agreements agreements;
    private final StopNotices notices;
    private final Monitor monitor;

    /** Finds the id that both sides know an agreement by. */
    @FunctionalInterface
    interface Agreements {
        String sharedIdOf(String contractId);
    }

    PullFlow(RecordSets recordSets, PullTokens tokens, Agreements agreements, StopNotices notices, Monitor monitor) {
        this.recordSets = recordSets;
        this.tokens = tokens;
        this.agreements = agreements;
        this.notices = notices;
        this.monitor = monitor;
    }

    @Override
    public boolean canHandle(TransferProcess transfer) {
        return transfer.getType() == TransferProcess.Type.PROVIDER && TRANSFER_TYPE.equals(transfer.getTransferType());
    }

    @Override
    public Set<String> transferTypesFor(Asset asset) {
        return Set.of(TRANSFER_TYPE);
    }

    @Override
    public StatusResult<DataFlowResponse> prepare(TransferProcess transfer, Policy policy) {
        return StatusResult.success(DataFlowResponse.Builder.newInstance().build());
    }

    @Override
    public StatusResult<DataFlowResponse> start(TransferProcess transfer, Policy policy) {
        try {
            return recordSets
                    .find(transfer.getAssetId())
                    .map(recordSet -> new PullTokens.Grant(
                            policy.getAssignee(),
                            agreements.sharedIdOf(transfer.getContractId()),
                            transfer.getId(),
                            recordSet))
                    .map(grant -> StatusResult.success(response(tokens.mint(grant))))
                    .orElseGet(() -> StatusResult.failure(
                            ResponseStatus.FATAL_ERROR, transfer.getAssetId() + " is no longer on offer"));
        } catch (ServiceUnreachable e) {
            monitor.warning("Transfer %s cannot start yet: %s".formatted(transfer.getId(), e.getMessage()));
            return StatusResult.failure(ResponseStatus.ERROR_RETRY, e.getMessage());
        }
    }

    @Override
    public StatusResult<Void> suspend(TransferProcess transfer) {
        return told(notices.tell(transfer.getId(), StoppedState.SUSPENDED));
    }

    @Override
    public StatusResult<Void> terminate(TransferProcess transfer) {
        var completing = transfer.getState() == COMPLETING.code() || transfer.getState() == COMPLETING_REQUESTED.code();
        return told(notices.tell(transfer.getId(), completing ? StoppedState.COMPLETED : StoppedState.TERMINATED));
    }

    private static StatusResult<Void> told(Optional<String> failure) {
        return failure.<StatusResult<Void>>map(reason -> StatusResult.failure(ResponseStatus.ERROR_RETRY, reason))
                .orElseGet(StatusResult::success);
    }

    private DataFlowResponse response(String token) {
        var address = DataAddress.Builder.newInstance()
                .type(HTTP)
                .property(EDC_NAMESPACE + "endpointType", HTTP)
                .property(EDC_NAMESPACE + "endpoint", tokens.audience() + "/v1")
                .property(EDC_NAMESPACE + "authType", "bearer")
                .property(EDC_NAMESPACE + "authorization", token)
                .build();
        return DataFlowResponse.Builder.newInstance()
                .dataPlaneId(DATA_PLANE)
                .dataAddress(address)
                .build();
    }
}
