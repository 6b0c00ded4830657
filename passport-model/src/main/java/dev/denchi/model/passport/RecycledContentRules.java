package dev.denchi.model.passport;

import static dev.denchi.model.passport.Findings.breach;
import static dev.denchi.model.passport.Findings.repeated;

import dev.denchi.model.passport.Rule.Breach;
import dev.denchi.model.quantity.Quantity;
import dev.denchi.model.quantity.Unit;
import java.util.ArrayList;
import java.util.List;

/** What the regulation and plain arithmetic ask of recycled content. Operands that are missing break nothing here: form is the schema's matter. */
final class RecycledContentRules {
    private static final Quantity WHOLE = Quantity.of("100", Unit.PERCENT);

    static final Rule<RecycledContent> EACH_METAL_ONCE = new Rule<>(
            "each-metal-once",
            "Article 8(1)",
            RecycledContent.class,
            (recycled, now) -> repeated(
                    recycled.shares(),
                    RecycledContent.Share::metal,
                    "/recycledContent/%d/recycledMaterial",
                    "%s is given more than once"));

    static final Rule<RecycledContent> SHARES_SUM_TO_AT_MOST_THE_WHOLE =
            new Rule<>("shares-sum-to-at-most-the-whole", "Article 8(1)", RecycledContent.class, (recycled, now) -> {
                List<Breach> breaches = new ArrayList<>();
                for (int i = 0; i < recycled.shares().size(); i++) {
                    var share = recycled.shares().get(i);
                    if (share.preConsumer() != null && share.postConsumer() != null) {
                        Quantity sum = share.preConsumer().plus(share.postConsumer());
                        if (sum.isMoreThan(WHOLE)) {
                            breaches.add(breach(
                                    "/recycledContent/" + i,
                                    "%s: pre-consumer %s and post-consumer %s make %s, the whole is 100 %%",
                                    share.metal(),
                                    share.preConsumer(),
                                    share.postConsumer(),
                                    sum));
                        }
                    }
                }
                return breaches;
            });

    static final Rule<RecycledContent> YEAR_HAS_BEGUN = new Rule<>(
            "year-has-begun",
            "Article 8(1)",
            RecycledContent.class,
            (recycled, now) ->
                    recycled.year() != null && recycled.year() > now.today().getYear()
                            ? List.of(breach("/year", "%s has not begun, today is %s", recycled.year(), now.today()))
                            : List.of());

    static final List<Rule<RecycledContent>> ALL =
            List.of(EACH_METAL_ONCE, SHARES_SUM_TO_AT_MOST_THE_WHOLE, YEAR_HAS_BEGUN);

    private RecycledContentRules() {}
}
