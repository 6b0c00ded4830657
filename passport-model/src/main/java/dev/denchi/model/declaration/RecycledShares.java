package dev.denchi.model.declaration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The recycled shares of one metal in a battery out of those of the parts in it, weighted by the metal in each. Where one part's split
 * is unknown the battery's is, too; rounded down, so that nothing is claimed that nobody said.
 *
 * @param preConsumer percent, {@code null} when the split is unknown; also {@code postConsumer}
 * @param total percent, both together
 */
public record RecycledShares(
        @Nullable BigDecimal preConsumer, @Nullable BigDecimal postConsumer, BigDecimal total) {

    /** To which decimal of a percent a weighted share is rounded. */
    public static final int DECIMALS = 5;

    /**
     * The metal in the parts of one kind.
     *
     * @param amount how much of the part is in a battery
     * @param mass kg of the metal in one unit of the part, {@code null} when that was not told
     */
    public record Share(BigDecimal amount, @Nullable BigDecimal mass, RecycledShares shares) {

        private BigDecimal weight() {
            return amount.multiply(Objects.requireNonNull(mass));
        }
    }

    /** Empty when several parts have the metal, and of one it is not known how much: nobody can weigh them then. */
    public static Optional<RecycledShares> of(List<Share> shares) {
        if (shares.size() == 1) {
            return Optional.of(shares.get(0).shares());
        }
        boolean known = !shares.isEmpty() && shares.stream().allMatch(share -> share.mass() != null);
        BigDecimal whole =
                known ? shares.stream().map(Share::weight).reduce(BigDecimal.ZERO, BigDecimal::add) : BigDecimal.ZERO;
        return whole.signum() == 0 ? Optional.empty() : Optional.of(weighted(shares, whole));
    }

    private static RecycledShares weighted(List<Share> shares, BigDecimal whole) {
        boolean split = shares.stream()
                .allMatch(share ->
                        share.shares().preConsumer() != null && share.shares().postConsumer() != null);
        BigDecimal pre = BigDecimal.ZERO;
        BigDecimal post = BigDecimal.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        for (Share share : shares) {
            RecycledShares each = share.shares();
            pre = split ? pre.add(share.weight().multiply(Objects.requireNonNull(each.preConsumer()))) : pre;
            post = split ? post.add(share.weight().multiply(Objects.requireNonNull(each.postConsumer()))) : post;
            total = total.add(share.weight().multiply(each.total()));
        }
        if (!split) {
            return new RecycledShares(null, null, rounded(total, whole));
        }
        BigDecimal roundedPre = rounded(pre, whole);
        BigDecimal roundedPost = rounded(post, whole);
        return new RecycledShares(roundedPre, roundedPost, roundedPre.add(roundedPost));
    }

    private static BigDecimal rounded(BigDecimal sum, BigDecimal whole) {
        return sum.divide(whole, DECIMALS, RoundingMode.DOWN);
    }
}
