package dev.denchi.model.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.RecycledContent;
import dev.denchi.model.passport.RecycledContent.Share;
import dev.denchi.model.quantity.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the share of one recycled metal stands against the minimum of Article 8 in force.
 *
 * @param share pre- and post-consumer share together, {@code null} when the records give none
 * @param reason why the minimum does not apply
 */
public record MinimumReadiness(
        String metal,
        String source,
        Quantity minimum,
        @Nullable Quantity share,
        Verdict verdict,
        @Nullable String reason) {
    private static final Set<String> SECOND_LIFE = Set.of("re-used", "repurposed", "remanufactured");

    public enum Verdict {
        MET,
        NOT_MET,
        /** The records give no share. */
        NOT_STATED,
        NOT_APPLICABLE
    }

    static List<MinimumReadiness> of(RecycledContentMinima minima, Map<RecordKind, JsonNode> contents) {
        JsonNode recycled = contents.get(RecordKind.RECYCLED_CONTENT);
        JsonNode battery = contents.get(RecordKind.BATTERY);
        RecycledContent stated =
                recycled == null ? null : (RecycledContent) RecordReader.content(RecordKind.RECYCLED_CONTENT, recycled);
        boolean secondLife = battery != null
                && SECOND_LIFE.contains(battery.path("batteryStatus").asText());
        return minima.minima().entrySet().stream()
                .map(metal -> of(metal.getKey(), metal.getValue(), minima.source(), stated, secondLife))
                .toList();
    }

    private static MinimumReadiness of(
            String metal, Quantity minimum, String source, @Nullable RecycledContent stated, boolean secondLife) {
        if (secondLife) {
            String reason = "a battery in its second life is exempt when it was on the market before (Article 8(4))";
            return new MinimumReadiness(metal, source, minimum, null, Verdict.NOT_APPLICABLE, reason);
        }
        Quantity share = stated == null ? null : shareOf(metal, stated.shares());
        if (share != null) {
            Verdict verdict = minimum.isMoreThan(share) ? Verdict.NOT_MET : Verdict.MET;
            return new MinimumReadiness(metal, source, minimum, share, verdict, null);
        }
        if (stated != null && hasNone(metal, stated)) {
            String reason = "massInActiveMaterials names no " + metal;
            return new MinimumReadiness(metal, source, minimum, null, Verdict.NOT_APPLICABLE, reason);
        }
        return new MinimumReadiness(metal, source, minimum, null, Verdict.NOT_STATED, null);
    }

    private static @Nullable Quantity shareOf(String metal, List<Share> shares) {
        return shares.stream()
                .filter(share -> metal.equals(share.metal()))
                .flatMap(share -> Stream.ofNullable(together(share)))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Quantity together(Share share) {
        return share.preConsumer() == null || share.postConsumer() == null
                ? share.total()
                : share.preConsumer().plus(share.postConsumer());
    }

    private static boolean hasNone(String metal, RecycledContent stated) {
        return !stated.masses().isEmpty() && stated.masses().stream().noneMatch(mass -> metal.equals(mass.element()));
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("recycledMaterial", metal);
        json.put("source", source);
        json.put("minimum", toJson(minimum));
        if (share != null) {
            json.put("share", toJson(share));
        }
        json.put("verdict", verdict.name());
        if (reason != null) {
            json.put("reason", reason);
        }
        return json;
    }

    private static Map<String, Object> toJson(Quantity quantity) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", quantity.value());
        json.put("unit", quantity.unit().ucum());
        return json;
    }
}
