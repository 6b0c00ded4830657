package dev.denchi.api.supply.trader;

import dev.denchi.model.identifier.OperatorId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operator that takes part in the Ouranos API.
 *
 * @param ouranosId {@code operatorId}, how bodies name it
 * @param openId {@code openOperatorId}, by which partners find it
 * @param globalId {@code globalOperatorId}, {@code null} when it has none
 */
public record Trader(
        OperatorId operator,
        UUID ouranosId,
        String name,
        String address,
        String openId,
        @Nullable String globalId) {}
