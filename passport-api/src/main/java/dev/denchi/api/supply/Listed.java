package dev.denchi.api.supply;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list.
 *
 * @param next with which entry the rest begins, {@code null} when there is none
 */
public record Listed<T>(List<T> entries, @Nullable UUID next) {

    /** @param found one more than wanted, when there are */
    public static <R, T> Listed<T> of(List<R> found, int limit, Function<R, T> entry, Function<R, UUID> id) {
        UUID next = found.size() > limit ? id.apply(found.get(limit)) : null;
        return new Listed<>(found.stream().limit(limit).map(entry).toList(), next);
    }
}
