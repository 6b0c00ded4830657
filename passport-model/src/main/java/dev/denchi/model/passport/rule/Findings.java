package dev.denchi.model.passport.rule;

import dev.denchi.model.passport.rule.Rule.Breach;
import dev.denchi.model.quantity.Quantity;
import dev.denchi.model.quantity.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The questions that several rules ask. What is missing is never more, later or a repetition. */
final class Findings {

    private static final Quantity WHOLE = Quantity.of("100", Unit.PERCENT);

    private Findings() {}

    static Breach breach(String pointer, String message, @Nullable Object... values) {
        return new Breach(pointer, String.format(message, values));
    }

    static boolean exceeds(@Nullable Quantity one, @Nullable Quantity other) {
        return one != null && other != null && one.isMoreThan(other);
    }

    static boolean isAfter(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && other != null && one.isAfter(other);
    }

    static @Nullable Quantity sum(List<Quantity> quantities) {
        return quantities.stream().reduce(Quantity::plus).orElse(null);
    }

    /** Fractions of one whole, in percent, that make more than the whole. */
    static List<Breach> partsOfTheWhole(List<Quantity> fractions, String pointer, String parts) {
        Quantity sum = sum(fractions);
        return exceeds(sum, WHOLE)
                ? List.of(breach(
                        pointer, "%s make up %s of the battery's mass together, the whole is %s", parts, sum, WHOLE))
                : List.of();
    }

    /** One breach for each item whose name an earlier item had. */
    static <T> List<Breach> repeated(
            List<T> items, Function<T, @Nullable String> nameOf, String pointer, String message) {
        Set<String> seen = new HashSet<>();
        List<Breach> breaches = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String name = nameOf.apply(items.get(i));
            if (name != null && !seen.add(name)) {
                breaches.add(breach(String.format(pointer, i), message, Objects.requireNonNull(name)));
            }
        }
        return breaches;
    }
}
