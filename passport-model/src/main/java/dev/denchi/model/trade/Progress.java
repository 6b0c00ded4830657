package dev.denchi.model.trade;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the answers of a tree are: of a part, all that is upstream of it; of a request, the one asked and all upstream of him.
 *
 * @param completed how many requests are answered (Ouranos {@code completedCount})
 * @param trades how many were taken up (Ouranos {@code tradesCount}); more may come until the tree is terminated
 * @param terminated whether every branch ends in a part about which nobody is asked (Ouranos {@code tradeTreeStatus})
 */
public record Progress(int completed, int trades, boolean terminated) {
    /** Of a request that nobody took up, and of a part that says nothing yet of what it is made of. */
    public static final Progress NONE = new Progress(0, 0, false);

    /** Of a part about which nobody upstream is asked. */
    public static final Progress END = new Progress(0, 0, true);

    /**
     * Of a part.
     *
     * @param components of each part in it, the progress of its request, or of itself when nobody was asked
     */
    public static Progress ofPart(boolean partTerminated, List<Progress> components) {
        int completed = components.stream().mapToInt(Progress::completed).reduce(0, Math::addExact);
        int trades = components.stream().mapToInt(Progress::trades).reduce(0, Math::addExact);
        boolean every = !components.isEmpty() && components.stream().allMatch(Progress::terminated);
        return new Progress(completed, trades, partTerminated || every);
    }

    /**
     * Of a request.
     *
     * @param linked the progress of the part that the one asked linked to it, {@code null} when he did not
     */
    public static Progress ofRequest(ResponseStatus status, @Nullable Progress linked) {
        if (linked == null || !status.isOpen()) {
            return NONE;
        }
        int own = status == ResponseStatus.COMPLETED ? 1 : 0;
        return new Progress(Math.addExact(linked.completed, own), Math.addExact(linked.trades, 1), linked.terminated);
    }
}
