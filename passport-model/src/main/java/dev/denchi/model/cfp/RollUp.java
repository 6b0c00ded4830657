package dev.denchi.model.cfp;

import dev.denchi.model.part.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a footprint adds up to over the parts of a part: exact sums of amount × emission, rounded up to five decimals once, at the
 * end. What a supplier has not answered, or not released, adds nothing.
 */
public final class RollUp {

    private RollUp() {}

    public static Footprint totals(Footprint own, List<Contribution> contributions) {
        return new Footprint(
                process(own.pre(), contributions, Footprint::pre, Answer::pre),
                process(own.main(), contributions, Footprint::main, Answer::main));
    }

    private static Emissions process(
            Emissions own,
            List<Contribution> contributions,
            Function<Footprint, Emissions> ofTotals,
            Function<Answer, Answer.Told> ofAnswer) {
        List<Share> shares = new ArrayList<>();
        shares.add(Share.of(BigDecimal.ONE, own));
        contributions.forEach(contribution -> shares.add(share(contribution, ofTotals, ofAnswer)));
        return new Emissions(sum(shares, Share::production), sum(shares, Share::component), Quality.of(shares));
    }

    private static Share share(
            Contribution contribution,
            Function<Footprint, Emissions> ofTotals,
            Function<Answer, Answer.Told> ofAnswer) {
        BigDecimal amount = contribution.amount().value();
        if (contribution instanceof Contribution.Own own) {
            return Share.of(amount, ofTotals.apply(own.totals()));
        }
        Contribution.Supplied supplied = (Contribution.Supplied) contribution;
        return Share.of(amount, ofAnswer.apply(supplied.answer()));
    }

    private static Figure sum(List<Share> shares, Function<Share, BigDecimal> part) {
        return Figure.roundedUp(shares.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
