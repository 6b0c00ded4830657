package dev.denchi.api.ingest.lot;

import dev.denchi.api.store.lot.LotChange;
import dev.denchi.model.massbalance.invariant.Imbalance;
import dev.denchi.model.passport.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a record as a statement on lots.
 *
 * @param change what it does to them when nothing was found; {@code null} when it speaks of none
 */
public record LotFindings(
        List<Violation> violations, @Nullable LotChange change) {
    public static final LotFindings NONE = new LotFindings(List.of(), null);

    LotFindings and(List<Violation> more) {
        List<Violation> all = new ArrayList<>(violations);
        all.addAll(more);
        return new LotFindings(List.copyOf(all), change);
    }

    static Violation violation(Imbalance imbalance) {
        return new Violation(imbalance.pointer(), imbalance.invariant().label(), imbalance.message());
    }
}
