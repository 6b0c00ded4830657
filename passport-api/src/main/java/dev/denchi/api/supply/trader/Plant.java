package dev.denchi.api.supply.trader;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plant of a trader.
 *
 * @param openId {@code openPlantId}
 * @param globalId {@code globalPlantId}, {@code null} when it has none
 */
public record Plant(
        UUID id,
        String name,
        String address,
        String openId,
        @Nullable String globalId) {}
