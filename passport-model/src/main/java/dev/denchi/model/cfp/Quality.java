package dev.denchi.model.cfp;

import dev.denchi.model.part.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Data quality of a sum: each rating weighted by the emission it is about, rounded up to five decimals; 0 where there is no
 * emission. Where the rating of some emission is not known, that of the sum is not known either: lower is better, and a 0 in
 * its place would make the sum better than anyone said.
 */
final class Quality {

    private Quality() {}

    static Dqr of(List<Share> shares) {
        return new Dqr(weighted(shares, Dqr::teR), weighted(shares, Dqr::geR), weighted(shares, Dqr::tiR));
    }

    private static @Nullable Figure weighted(List<Share> shares, Function<Dqr, @Nullable Figure> rating) {
        BigDecimal product = BigDecimal.ZERO;
        BigDecimal emission = BigDecimal.ZERO;
        for (Share share : shares) {
            if (share.emission().signum() == 0) {
                continue;
            }
            Figure known = rating.apply(share.dqr());
            if (known == null) {
                return null;
            }
            product = product.add(share.emission().multiply(known.value()));
            emission = emission.add(share.emission());
        }
        return emission.signum() == 0
                ? Figure.ZERO
                : new Figure(product.divide(emission, Figure.DECIMALS, RoundingMode.UP));
    }
}
