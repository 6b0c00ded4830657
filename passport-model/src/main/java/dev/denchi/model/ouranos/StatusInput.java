package dev.denchi.model.ouranos;

import dev.denchi.model.trade.RequestType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@code StatusModel} as it was sent, with a new request or to end one. */
public record StatusInput(
        @Nullable String statusId,
        @Nullable String tradeId,
        @Nullable String message,
        @Nullable String replyMessage,
        @Nullable String requestType,
        @Nullable String responseDueDate,
        @Nullable String cfpResponseStatus)
        implements Input {
    static final int LONGEST_MESSAGE = 1000;
    private static final List<String> TYPES =
            Arrays.stream(RequestType.values()).map(RequestType::name).toList();
    private static final List<String> ENDS = List.of("CANCEL", "REJECT");

    /** What is wrong with it as part of a new or changed request. */
    Faults ofRequest() {
        Faults faults = new Faults();
        faults.uuidOrNull("statusId", statusId);
        faults.uuidOrNull("tradeId", tradeId);
        faults.textOrNull("message", message, LONGEST_MESSAGE);
        faults.present("requestType", requestType == null || requestType.isEmpty() ? null : "", Faults.BLANK);
        faults.oneOf("requestType", requestType, TYPES);
        faults.date("responseDueDate", responseDueDate);
        return faults;
    }

    /** What is wrong with it as the end of a request: {@code CANCEL} or {@code REJECT}. */
    @Override
    public Optional<String> faults() {
        Faults faults = new Faults();
        faults.present("statusId", statusId == null || statusId.isEmpty() ? null : "", Faults.BLANK);
        faults.uuidOrNull("statusId", statusId);
        faults.present("tradeId", tradeId == null || tradeId.isEmpty() ? null : "", Faults.BLANK);
        faults.uuidOrNull("tradeId", tradeId);
        faults.textOrNull("replyMessage", replyMessage, LONGEST_MESSAGE);
        List<String> told = new ArrayList<>();
        if (!faults.areNone()) {
            told.add(faults.told());
        }
        if (cfpResponseStatus == null || !ENDS.contains(cfpResponseStatus)) {
            told.add("requestStatus: (cfpResponseStatus: cannot be allowed '"
                    + (cfpResponseStatus == null ? "" : cfpResponseStatus) + "')");
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(Faults.joined(told));
    }
}
