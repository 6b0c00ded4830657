package dev.denchi.model.passport;

import static dev.denchi.model.passport.Findings.breach;
import static dev.denchi.model.passport.Findings.isAfter;

import dev.denchi.model.passport.Rule.Breach;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
                if (model == null || model.gtin() == null || battery.product() == null) {
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

    static final Rule<Battery> DATES_ARE_ORDERED =
            new Rule<>("dates-are-ordered", "Article 77(1)", Battery.class, (battery, now) -> {
                List<Breach> breaches = new ArrayList<>();
                YearMonth made = battery.manufactured();
                if (made != null && made.isAfter(YearMonth.from(now.today()))) {
                    breaches.add(breach("/manufacturingDate", "%s lies in the future, today is %s", made, now.today()));
                }
                if (made != null
                        && battery.placedOnMarket() != null
                        && made.isAfter(YearMonth.from(battery.placedOnMarket()))) {
                    breaches.add(breach(
                            "/placedOnMarketDate",
                            "placed on the market on %s, made only in %s",
                            battery.placedOnMarket(),
                            made));
                }
                if (isAfter(battery.placedOnMarket(), battery.putIntoService())) {
                    breaches.add(breach(
                            "/puttingIntoService",
                            "put into service on %s, placed on the market only on %s",
                            battery.putIntoService(),
                            battery.placedOnMarket()));
                }
                return breaches;
            });

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

    static final List<Rule<Battery>> ALL = List.of(
            SERIAL_IS_IN_THE_PRODUCT_IDENTIFIER,
            PRODUCT_IDENTIFIER_IS_THE_MODELS,
            DATES_ARE_ORDERED,
            SECOND_LIFE_NAMES_ITS_PREDECESSORS);

    private BatteryRules() {}
}
