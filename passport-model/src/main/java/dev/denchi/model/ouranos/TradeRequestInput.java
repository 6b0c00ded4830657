package dev.denchi.model.ouranos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A {@code TradeRequestModel} as it was sent: a new request when it names no ids, a changed one when it names all. */
public record TradeRequestInput(
        @Nullable String tradeId,
        @Nullable String downstreamOperatorId,
        @Nullable String upstreamOperatorId,
        @Nullable String downstreamTraceId,
        StatusInput status)
        implements Input {

    @Override
    public Optional<String> faults() {
        List<String> told = new ArrayList<>();
        Stream.of(ofTrade(), status.ofRequest())
                .filter(faults -> !faults.areNone())
                .forEach(faults -> told.add(faults.told()));
        long ids = Stream.of(
                        Optional.ofNullable(tradeId),
                        Optional.ofNullable(status.tradeId()),
                        Optional.ofNullable(status.statusId()))
                .filter(Optional::isPresent)
                .count();
        if (ids == 1 || ids == 2) {
            told.add(
                    "tradeModel.tradeId, statusModel.statusId, and statusModel.tradeId must all have values or all be null");
        }
        if (tradeId != null && status.tradeId() != null && !tradeId.equals(status.tradeId())) {
            told.add("tradeModel.tradeId and statusModel.tradeId must be equal");
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(Faults.joined(told));
    }

    private Faults ofTrade() {
        Faults faults = new Faults();
        faults.uuidOrNull("tradeId", tradeId);
        faults.uuid("downstreamOperatorId", downstreamOperatorId);
        faults.uuid("upstreamOperatorId", upstreamOperatorId);
        faults.uuid("downstreamTraceId", downstreamTraceId);
        return faults;
    }
}
