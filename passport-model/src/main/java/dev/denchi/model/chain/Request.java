package dev.denchi.model.chain;

import dev.denchi.model.cfp.Answer;
import dev.denchi.model.cfp.Footprint;
import dev.denchi.model.cfp.Release;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.trade.Move;
import dev.denchi.model.trade.Progress;
import dev.denchi.model.trade.ResponseStatus;
import dev.denchi.model.trade.TradeId;
import org.jspecify.annotations.Nullable;

/**
 * A request for a footprint, and what is known of the answer.
 *
 * @param downstream the part of the one who asked
 * @param upstream the part that the one asked linked to it, {@code null} when he did not
 * @param release what the one asked lets the other know
 * @param answer what was told last, {@code null} when nothing ever was
 */
public record Request(
        TradeId trade,
        TraceId downstream,
        @Nullable TraceId upstream,
        ResponseStatus status,
        Release release,
        @Nullable Answer answer,
        Progress progress) {

    /** What the one who asked may count on now. */
    @Nullable
    Answer told() {
        return status.isOpen() && upstream != null ? answer : null;
    }

    /** With what there is to tell now. What was told once and is withheld now is told as nothing. */
    Request answered(@Nullable Footprint totals, Progress linked) {
        if (!status.isOpen()) {
            return this;
        }
        boolean complete = totals != null && release.cfp();
        Answer now = totals == null || release.equals(Release.NOTHING)
                ? (answer == null ? null : Answer.NOTHING)
                : Answer.of(totals, release);
        ResponseStatus next = complete
                ? status.after(Move.ANSWER).orElse(status)
                : status.after(Move.WITHHOLD).orElse(status);
        return new Request(trade, downstream, upstream, next, release, now, Progress.ofRequest(next, linked));
    }
}
