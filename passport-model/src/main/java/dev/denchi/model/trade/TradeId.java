package dev.denchi.model.trade;

import java.util.UUID;

/** One company's question to another about one part (Ouranos {@code tradeId}). */
public record TradeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
