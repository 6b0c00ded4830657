package dev.denchi.model.ouranos;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the one asked says about a request ({@code replyMessages}), as it was sent. */
public record ReplyMessageInput(
        @Nullable String operatorId,
        @Nullable String requestId,
        @Nullable String replyMessage) implements Input {

    @Override
    public Optional<String> faults() {
        Faults faults = new Faults();
        faults.uuid("operatorId", operatorId);
        faults.uuid("requestId", requestId);
        faults.textOrNull("replyMessage", replyMessage, StatusInput.LONGEST_MESSAGE);
        return faults.areNone() ? Optional.empty() : Optional.of(faults.told());
    }

    /** As published, an empty one takes back what was said. */
    public @Nullable String message() {
        return replyMessage == null || replyMessage.isEmpty() ? null : replyMessage;
    }
}
