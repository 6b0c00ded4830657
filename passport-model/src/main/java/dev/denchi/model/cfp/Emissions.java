package dev.denchi.model.cfp;

import dev.denchi.model.part.Figure;
import org.jspecify.annotations.Nullable;

/**
 * Emissions of one process, kg CO2e for each declared unit of the part, and how good the data are.
 *
 * @param production from the maker's own doing (Ouranos {@code preProduction}, {@code mainProduction}); {@code null} is not stated
 * @param component from what it buys (Ouranos {@code preComponent}, {@code mainComponent}); {@code null} is not stated
 */
public record Emissions(
        @Nullable Figure production, @Nullable Figure component, Dqr dqr) {

    /** Both together; what is not stated is nothing. */
    public Figure sum() {
        return orZero(production).plus(orZero(component));
    }

    static Figure orZero(@Nullable Figure figure) {
        return figure == null ? Figure.ZERO : figure;
    }
}
