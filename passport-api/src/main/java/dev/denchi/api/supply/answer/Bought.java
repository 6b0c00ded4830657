package dev.denchi.api.supply.answer;

import dev.denchi.api.supply.chain.Statement;
import dev.denchi.api.supply.tree.Trade;
import dev.denchi.model.part.Part;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part at the end of an operator's own structure, where a supplier may be asked, and what came of asking.
 *
 * @param amount how much of it one unit of the whole needs, exactly, over all ways to it
 * @param trade the request of the type that was looked for, {@code null} when nobody was asked
 * @param statement what the supplier told, {@code null} when nothing yet, and of a footprint
 * @param toldAt when it was told
 */
public record Bought(
        Part part,
        BigDecimal amount,
        @Nullable Trade trade,
        @Nullable Statement statement,
        @Nullable Instant toldAt) {}
