package dev.denchi.model.cfp;

import dev.denchi.model.part.Figure;
import org.jspecify.annotations.Nullable;

/**
 * Data quality rating: how well data represent technology, geography and time. {@code null} is not known, or not released.
 *
 * @param teR technological representativeness (Ouranos {@code TeR})
 * @param geR geographical representativeness (Ouranos {@code GeR})
 * @param tiR time representativeness (Ouranos {@code TiR})
 */
public record Dqr(
        @Nullable Figure teR,
        @Nullable Figure geR,
        @Nullable Figure tiR) {
    public static final Dqr UNKNOWN = new Dqr(null, null, null);

    public static Dqr of(String teR, String geR, String tiR) {
        return new Dqr(Figure.of(teR), Figure.of(geR), Figure.of(tiR));
    }
}
