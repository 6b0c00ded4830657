package dev.denchi.model.cfp;

import java.math.BigDecimal;

/** What one part adds to a process of the whole, exactly. From where a supplier's sum comes is its own business: to its buyer it is bought. */
record Share(BigDecimal production, BigDecimal component, Dqr dqr) {

    static Share of(BigDecimal amount, Emissions emissions) {
        return new Share(
                amount.multiply(Emissions.orZero(emissions.production()).value()),
                amount.multiply(Emissions.orZero(emissions.component()).value()),
                emissions.dqr());
    }

    static Share of(BigDecimal amount, Answer.Told told) {
        return new Share(
                BigDecimal.ZERO,
                amount.multiply(Emissions.orZero(told.emission()).value()),
                told.dqr());
    }

    BigDecimal emission() {
        return production.add(component);
    }
}
