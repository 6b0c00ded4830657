package dev.denchi.api.ouranos;

import dev.denchi.api.supply.answer.Footprints.Known;
import dev.denchi.api.supply.answer.Footprints.Own;
import dev.denchi.api.supply.answer.Footprints.Told;
import dev.denchi.model.cfp.Answer;
import dev.denchi.model.cfp.Dqr;
import dev.denchi.model.cfp.Emissions;
import dev.denchi.model.cfp.Footprint;
import dev.denchi.model.ouranos.CfpType;
import dev.denchi.model.part.AmountUnit;
import dev.denchi.model.part.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of {@code CfpModel}: four that were stated, four that they add up to, or the two that were answered. */
final class CfpViews {
    private static final String TOTAL = "Total";
    private static final String RESPONSE = "Response";

    private CfpViews() {}

    static List<Map<String, @Nullable Object>> of(UUID trace, Known known) {
        if (known instanceof Told told) {
            return answered(trace, told.unit(), told.answer());
        }
        Own own = (Own) known;
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(stated(trace, own));
        if (own.totals() != null) {
            rows.addAll(rows(trace, own.cfpId(), own.unit(), own.totals(), TOTAL));
        }
        return rows;
    }

    static List<Map<String, @Nullable Object>> stated(UUID trace, Own own) {
        return rows(trace, own.cfpId(), own.unit(), own.stated(), "");
    }

    private static List<Map<String, @Nullable Object>> rows(
            UUID trace, UUID cfpId, AmountUnit unit, Footprint footprint, String ending) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (CfpType type : CfpType.values()) {
            Emissions process = process(type, footprint);
            rows.add(row(cfpId, trace, emission(type, process), unit, type, ending, process.dqr()));
        }
        return rows;
    }

    private static Emissions process(CfpType type, Footprint footprint) {
        return switch (type) {
            case PRE_PRODUCTION, PRE_COMPONENT -> footprint.pre();
            case MAIN_PRODUCTION, MAIN_COMPONENT -> footprint.main();
        };
    }

    private static @Nullable Figure emission(CfpType type, Emissions process) {
        return switch (type) {
            case PRE_PRODUCTION, MAIN_PRODUCTION -> process.production();
            case PRE_COMPONENT, MAIN_COMPONENT -> process.component();
        };
    }

    private static List<Map<String, @Nullable Object>> answered(UUID trace, AmountUnit unit, Answer answer) {
        return List.of(
                row(
                        null,
                        trace,
                        answer.pre().emission(),
                        unit,
                        CfpType.PRE_PRODUCTION,
                        RESPONSE,
                        answer.pre().dqr()),
                row(
                        null,
                        trace,
                        answer.main().emission(),
                        unit,
                        CfpType.MAIN_PRODUCTION,
                        RESPONSE,
                        answer.main().dqr()));
    }

    private static Map<String, @Nullable Object> row(
            @Nullable UUID cfpId,
            UUID trace,
            @Nullable Figure emission,
            AmountUnit unit,
            CfpType type,
            String ending,
            Dqr dqr) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("cfpId", cfpId);
        row.put("traceId", trace);
        row.put("ghgEmission", number(emission));
        row.put("ghgDeclaredUnit", unit.declared());
        row.put("cfpType", type.label() + ending);
        row.put("dqrType", type.dqrType() + ending);
        Map<String, @Nullable Object> ratings = new LinkedHashMap<>();
        ratings.put("TeR", number(dqr.teR()));
        ratings.put("GeR", number(dqr.geR()));
        ratings.put("TiR", number(dqr.tiR()));
        row.put("dqrValue", ratings);
        return row;
    }

    private static @Nullable Object number(@Nullable Figure figure) {
        return figure == null ? null : figure.plain();
    }
}
