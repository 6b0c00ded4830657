package dev.denchi.model.passport.rule;

import static dev.denchi.model.passport.rule.Findings.breach;
import static dev.denchi.model.passport.rule.Findings.exceeds;
import static dev.denchi.model.passport.rule.Findings.repeated;
import static dev.denchi.model.passport.rule.Findings.sum;

import dev.denchi.model.passport.RecycledContent;
import dev.denchi.model.passport.rule.Rule.Breach;
import dev.denchi.model.quantity.Quantity;
import dev.denchi.model.quantity.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

    static final Rule<RecycledContent> TOTAL_SHARE_IS_THE_SUM =
            new Rule<>("total-share-is-the-sum", "Article 8(1)", RecycledContent.class, (recycled, now) -> {
                List<Breach> breaches = new ArrayList<>();
                for (int i = 0; i < recycled.shares().size(); i++) {
                    var share = recycled.shares().get(i);
                    if (share.preConsumer() != null && share.postConsumer() != null && share.total() != null) {
                        Quantity sum = share.preConsumer().plus(share.postConsumer());
                        if (!sum.isSameAmountAs(share.total())) {
                            breaches.add(breach(
                                    "/recycledContent/" + i + "/totalShare",
                                    "%s: pre- and post-consumer share make %s, the total says %s",
                                    share.metal(),
                                    sum,
                                    share.total()));
                        }
                    }
                }
                return breaches;
            });

    static final Rule<RecycledContent> EACH_ELEMENT_ONCE = new Rule<>(
            "each-element-once",
            "Annex XIII, point 2(a)",
            RecycledContent.class,
            (recycled, now) -> repeated(
                    recycled.masses(),
                    RecycledContent.ElementMass::element,
                    "/massInActiveMaterials/%d/element",
                    "%s is given more than once"));

    static final Rule<RecycledContent> ELEMENTS_WEIGH_NO_MORE_THAN_THE_BATTERY = new Rule<>(
            "elements-weigh-no-more-than-the-battery",
            "Annex XIII, point 2(a)",
            RecycledContent.class,
            (recycled, now) -> {
                Quantity sum = sum(recycled.masses().stream()
                        .map(RecycledContent.ElementMass::mass)
                        .flatMap(Stream::ofNullable)
                        .toList());
                Quantity battery = now.model() == null ? null : now.model().mass();
                return exceeds(sum, battery)
                        ? List.of(breach(
                                "/massInActiveMaterials",
                                "the elements weigh %s together, a battery of the model %s",
                                sum,
                                battery))
                        : List.of();
            });

    static final Rule<RecycledContent> YEAR_HAS_BEGUN = new Rule<>(
            "year-has-begun",
            "Article 8(1)",
            RecycledContent.class,
            (recycled, now) ->
                    recycled.year() != null && recycled.year() > now.today().getYear()
                            ? List.of(breach("/year", "%s has not begun, today is %s", recycled.year(), now.today()))
                            : List.of());

    static final List<Rule<RecycledContent>> ALL = List.of(
            EACH_METAL_ONCE,
            SHARES_SUM_TO_AT_MOST_THE_WHOLE,
            TOTAL_SHARE_IS_THE_SUM,
            EACH_ELEMENT_ONCE,
            ELEMENTS_WEIGH_NO_MORE_THAN_THE_BATTERY,
            YEAR_HAS_BEGUN);

    private RecycledContentRules() {}
}
