package dev.denchi.api.store.lot;

import dev.denchi.api.store.lineage.StatedLot;
import dev.denchi.model.lot.Party;
import dev.denchi.model.quantity.Mass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lot and who has how much of it, as of one moment. */
public record KnownLot(StatedLot stated, List<Holding> holdings) {

    /**
     * What an operator has of it at one of its plants.
     *
     * @param received made or received so far
     * @param drawn consumed and given away so far
     * @param claimed consumed for batteries, by a claim
     * @param lotVersion the version of the lot that the holding is of
     */
    public record Holding(Party holder, Mass received, Mass drawn, Mass claimed, int lotVersion) {}

    /** What this operator has at this plant; {@code null} when it never had any. */
    public @Nullable Holding of(Party party) {
        return holdings.stream()
                .filter(holding -> holding.holder().equals(party))
                .findFirst()
                .orElse(null);
    }
}
