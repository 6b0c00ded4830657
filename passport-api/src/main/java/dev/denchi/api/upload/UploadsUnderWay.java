package dev.denchi.api.upload;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Counts the uploads that run here, so that no operator takes all of the service. One that is sent again is counted once. */
public final class UploadsUnderWay {
    private final Map<OperatorId, Map<String, Integer>> sendings = new HashMap<>();
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
        Map<String, Integer> own = sendings.computeIfAbsent(operator, none -> new HashMap<>());
        if (own.size() >= most && !own.containsKey(key)) {
            throw Rejected.because(
                    ProblemType.TOO_MANY_UPLOADS,
                    own.size() + " uploads of " + operator
                            + " are under way; send this one when one of them has ended");
        }
        own.merge(key, 1, Integer::sum);
    }

    private synchronized void leave(OperatorId operator, String key) {
        sendings.computeIfPresent(operator, (same, own) -> {
            own.computeIfPresent(key, (again, count) -> count > 1 ? count - 1 : null);
            return own.isEmpty() ? null : own;
        });
    }
}
