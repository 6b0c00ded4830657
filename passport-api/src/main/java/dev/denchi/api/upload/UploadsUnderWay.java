package dev.denchi.api.upload;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Counts the uploads that run here, so that no operator takes all of the service. One that is sent again while it runs is counted once, and a third time refused. */
public final class UploadsUnderWay {
    /** Whoever lost the connection sends again before the first sending is given up. */
    private static final int MOST_SENDINGS = 2;

    private final Map<OperatorId, Map<String, Integer>> underWay = new HashMap<>();
    private final int most;

    /** @param most of one operator at once, on each replica */
    public UploadsUnderWay(int most) {
        this.most = most;
    }

    /** The upload; fails with {@link Rejected} before it begins when its operator has too many others. */
    public <T> Uni<T> counted(OperatorId operator, String key, Supplier<Uni<? extends T>> upload) {
        return Uni.createFrom().deferred(() -> {
            enter(operator, key);
            return Uni.createFrom().<T>deferred(upload).onTermination().invoke(() -> leave(operator, key));
        });
    }

    private synchronized void enter(OperatorId operator, String key) {
        Map<String, Integer> own = underWay.computeIfAbsent(operator, none -> new HashMap<>());
        int sendings = own.getOrDefault(key, 0);
        if (sendings == 0 ? own.size() >= most : sendings >= MOST_SENDINGS) {
            throw Rejected.because(
                    ProblemType.TOO_MANY_UPLOADS,
                    own.size() + " uploads of " + operator
                            + " are under way; send this one when one of them has ended");
        }
        own.merge(key, 1, Integer::sum);
    }

    private synchronized void leave(OperatorId operator, String key) {
        underWay.computeIfPresent(operator, (same, own) -> {
            own.computeIfPresent(key, (again, count) -> count > 1 ? count - 1 : null);
            return own.isEmpty() ? null : own;
        });
    }
}
