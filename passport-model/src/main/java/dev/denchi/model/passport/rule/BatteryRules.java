package dev.denchi.model.passport.rule;

import static dev.denchi.model.passport.rule.Findings.breach;
import static dev.denchi.model.passport.rule.Findings.isAfter;
import static dev.denchi.model.passport.rule.Findings.repeated;

import dev.denchi.model.identifier.PassportIdentifier;
import dev.denchi.model.passport.Battery;
import dev.denchi.model.passport.rule.Rule.Breach;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the regulation and the calendar ask of a battery. Operands that are missing break nothing here: form is the schema's matter. */
final class BatteryRules {
    static final Rule<Battery> SERIAL_IS_IN_THE_PRODUCT_IDENTIFIER = new Rule<>(
            "serial-is-in-the-product-identifier",
            "Article 77(3), EN 18219",
            Battery.class,
            (battery, now) -> battery.product() != null
                            && battery.serialNumber() != null
                            && !battery.product().serial().value().equals(battery.serialNumber())
                    ? List.of(breach(
                            "/serialNumber",
                            "the serial number is %s, the product identifier says %s",
                            battery.serialNumber(),
                            battery.product().serial()))
                    : List.of());

    static final Rule<Battery> PRODUCT_IDENTIFIER_IS_THE_MODELS =
            new Rule<>("product-identifier-is-the-models", "Article 77(3), EN 18219", Battery.class, (battery, now) -> {
                var model = now.model();
                boolean supplied = now.supply() != null; // then the product is another's, with a number of its own
                if (supplied || model == null || model.gtin() == null || battery.product() == null) {
                    return List.of();
                }
                return battery.product().gtin().equals(model.gtin())
                        ? List.of()
                        : List.of(breach(
                                "/productIdentifier",
                                "the product identifier names GTIN %s, model %s has GTIN %s",
                                battery.product().gtin(),
                                battery.modelId(),
                                model.gtin()));
            });

    static final Rule<Battery> MODEL_IS_GRANTED =
            new Rule<>("model-is-granted", "Article 77(4)", Battery.class, (battery, now) -> {
                var supply = now.supply();
                return supply == null || supply.granted()
                        ? List.of()
                        : List.of(breach(
                                "/modelOperator",
                                "%s does not let this operator build passports on its model %s; ask it for a grant",
                                supply.operator(),
                                battery.modelId()));
            });

    static final Rule<Battery> DATES_ARE_NOT_OF_THE_FUTURE =
            new Rule<>("dates-are-not-of-the-future", "Article 77(1)", Battery.class, (battery, now) -> {
                List<Breach> breaches = new ArrayList<>();
                YearMonth made = battery.manufactured();
                if (made != null && made.isAfter(YearMonth.from(now.today()))) {
                    breaches.add(future("/manufacturingDate", made, now));
                } else if (isAfter(battery.manufacturedOn(), now.today())) {
                    breaches.add(future("/manufacturingDate", battery.manufacturedOn(), now));
                }
                if (isAfter(battery.placedOnMarket(), now.today())) {
                    breaches.add(future("/placedOnMarketDate", battery.placedOnMarket(), now));
                }
                if (isAfter(battery.putIntoService(), now.today())) {
                    breaches.add(future("/puttingIntoService", battery.putIntoService(), now));
                }
                return breaches;
            });

    static final Rule<Battery> DATES_ARE_ORDERED =
            new Rule<>("dates-are-ordered", "Article 77(1)", Battery.class, (battery, now) -> {
                List<Breach> breaches = new ArrayList<>();
                YearMonth month = battery.manufactured();
                LocalDate placed = battery.placedOnMarket();
                if (isAfter(battery.manufacturedOn(), placed)
                        || (month != null && placed != null && month.isAfter(YearMonth.from(placed)))) {
                    breaches.add(breach(
                            "/placedOnMarketDate",
                            "placed on the market on %s, made only in %s",
                            placed,
                            battery.manufacturedOn() == null ? month : battery.manufacturedOn()));
                }
                if (isAfter(placed, battery.putIntoService())) {
                    breaches.add(breach(
                            "/puttingIntoService",
                            "put into service on %s, placed on the market only on %s",
                            battery.putIntoService(),
                            placed));
                }
                if (isAfter(placed, battery.expires())) {
                    breaches.add(breach(
                            "/expirationDate",
                            "the passport ends on %s, before the battery was placed on the market on %s",
                            battery.expires(),
                            placed));
                }
                return breaches;
            });

    static final Rule<Battery> FIRST_LIFE_HAS_NO_PREDECESSORS = new Rule<>(
            "first-life-has-no-predecessors",
            "Article 77(7)",
            Battery.class,
            (battery, now) -> "original".equals(battery.status())
                            && !battery.predecessors().isEmpty()
                    ? List.of(breach("/batteryStatus", "a battery that comes from other passports is original no more"))
                    : List.of());

    static final Rule<Battery> IS_NOT_ITS_OWN_PREDECESSOR =
            new Rule<>("is-not-its-own-predecessor", "Article 77(7)", Battery.class, (battery, now) -> {
                int own = battery.predecessors().indexOf(battery.passport());
                return own < 0
                        ? List.of()
                        : List.of(breach(
                                "/predecessors/" + own + "/batteryPassportIdentifier",
                                "%s is this battery's own passport",
                                battery.passport()));
            });

    static final Rule<Battery> EACH_PREDECESSOR_ONCE = new Rule<>(
            "each-predecessor-once",
            "Article 77(7)",
            Battery.class,
            (battery, now) -> repeated(
                    battery.predecessors(),
                    PassportIdentifier::toString,
                    "/predecessors/%d/batteryPassportIdentifier",
                    "%s is named more than once"));

    static final Rule<Battery> SECOND_LIFE_NAMES_ITS_PREDECESSORS = new Rule<>(
            "second-life-names-its-predecessors",
            "Article 77(7)",
            Battery.class,
            (battery, now) -> battery.status() != null
                            && Set.of("repurposed", "re-used", "remanufactured").contains(battery.status())
                            && battery.predecessors().isEmpty()
                    ? List.of(breach(
                            "/predecessors",
                            "a battery that is %s names the passports it comes from",
                            battery.status()))
                    : List.of());

    static final Rule<Battery> DELETION_ENDS_THE_PASSPORT =
            new Rule<>("deletion-ends-the-passport", "Article 77(8), EN 18222", Battery.class, (battery, now) -> {
                if (now.previous() instanceof Battery before && before.isMarkedForDeletion()) {
                    return List.of(breach("", "the passport is marked for deletion and takes no further version"));
                }
                return now.previous() == null && battery.isMarkedForDeletion()
                        ? List.of(
                                breach("/dppStatus", "a passport is not marked for deletion from its first version on"))
                        : List.of();
            });

    static final List<Rule<Battery>> ALL = List.of(
            SERIAL_IS_IN_THE_PRODUCT_IDENTIFIER,
            PRODUCT_IDENTIFIER_IS_THE_MODELS,
            MODEL_IS_GRANTED,
            DATES_ARE_NOT_OF_THE_FUTURE,
            DATES_ARE_ORDERED,
            SECOND_LIFE_NAMES_ITS_PREDECESSORS,
            FIRST_LIFE_HAS_NO_PREDECESSORS,
            IS_NOT_ITS_OWN_PREDECESSOR,
            EACH_PREDECESSOR_ONCE,
            DELETION_ENDS_THE_PASSPORT);

    private BatteryRules() {}

    private static Breach future(String pointer, @Nullable Object date, Circumstances now) {
        return breach(pointer, "%s lies in the future, today is %s", date, now.today());
    }
}
