package dev.denchi.model.chain;

import dev.denchi.model.part.TraceId;
import dev.denchi.model.trade.Move;
import dev.denchi.model.trade.Progress;
import dev.denchi.model.trade.ResponseStatus;
import dev.denchi.model.trade.TradeId;
import org.jspecify.annotations.Nullable;

/**
 * A request that is answered by a statement as it stands, not by a sum: nothing below moves what is told, only how far the tree is.
 *
 * @param downstream the part of the one who asked
 * @param upstream the part that the one asked linked to it, {@code null} when he did not
 * @param stated whether that part has a statement of this kind that is released to the one who asked
 */
public record Inquiry(
        TradeId trade,
        TraceId downstream,
        @Nullable TraceId upstream,
        ResponseStatus status,
        boolean stated,
        Progress progress) {

    Inquiry counted(Progress linked) {
        if (!status.isOpen()) {
            return this;
        }
        ResponseStatus next = status.after(stated ? Move.ANSWER : Move.WITHHOLD).orElse(status);
        return new Inquiry(trade, downstream, upstream, next, stated, Progress.ofRequest(next, linked));
    }
}
