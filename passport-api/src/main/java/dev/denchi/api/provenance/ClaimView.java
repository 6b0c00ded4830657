package dev.denchi.api.provenance;

import dev.denchi.api.provenance.ClaimVerdicts.JudgedClaim;
import dev.denchi.api.serve.RecordReference;
import dev.denchi.api.store.lineage.StatedClaim;
import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.TransformationId;
import dev.denchi.model.massbalance.ClaimAnswer;
import dev.denchi.model.massbalance.ClaimAnswer.Share;
import dev.denchi.model.quantity.Quantity;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A claim as its readers see it: what was declared, what the lots say, and what is missing. */
final class ClaimView {
    private ClaimView() {}

    static Map<String, Object> json(JudgedClaim judged, Mask mask) {
        StatedClaim claim = judged.claim();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("record", RecordReference.pathOf(claim.id()));
        json.put("operator", claim.name().operator().value()); // who places batteries on the market says so in public
        json.put("modelId", claim.name().model().value());
        json.put("facility", claim.name().plant().toString());
        json.put("year", claim.name().year());
        json.put("version", claim.version());
        json.put("sha256", claim.sha256());
        json.putAll(figures(judged.answer()));
        json.put(
                "missing",
                judged.answer().missing().stream()
                        .map(name -> masked(name, mask))
                        .toList());
        json.put("verdict", judged.verdict().number());
        json.put("judgedAt", judged.verdict().judgedAt().toString());
        if (claim.flaggedAt() != null) {
            json.put("flaggedAt", claim.flaggedAt().toString());
        }
        json.put("links", Map.of("self", pathOf(claim), "upstream", pathOf(claim) + "/upstream"));
        return json;
    }

    static String pathOf(StatedClaim claim) {
        return "/v1/provenance/claims/" + claim.id();
    }

    /** Names nobody and no lot. */
    static Map<String, Object> figures(ClaimAnswer answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("state", answer.state().name());
        json.put("assurance", answer.assurance().name());
        json.put("shares", answer.shares().stream().map(ClaimView::share).toList());
        json.put("contradictions", answer.contradictions());
        return json;
    }

    private static Map<String, Object> share(Share share) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("element", share.element().label());
        json.put("total", LineageAnswer.kilograms(share.total()));
        json.put("preConsumerShare", percent(share.preConsumer()));
        json.put("postConsumerShare", percent(share.postConsumer()));
        json.put("totalShare", percent(share.recycled()));
        if (share.declared() != null) {
            Map<String, Object> declared = new LinkedHashMap<>();
            put(declared, "preConsumerShare", share.declared().preConsumer());
            put(declared, "postConsumerShare", share.declared().postConsumer());
            put(declared, "totalShare", share.declared().total());
            json.put("declared", declared);
        }
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Quantity value) {
        if (value != null) {
            json.put(name, percent(value.value()));
        }
    }

    private static Map<String, Object> percent(BigDecimal value) {
        return Map.of("value", value, "unit", "%");
    }

    /** {@code massbalance} says "lot x:y" or "transformation x:y". */
    private static String masked(String missing, Mask mask) {
        int space = missing.indexOf(' ');
        String name = missing.substring(space + 1);
        if (missing.startsWith("lot ")) {
            return "lot " + mask.named("lot", LotId.parse(name).operator(), name);
        }
        return "transformation "
                + mask.named("step", TransformationId.parse(name).operator(), name);
    }
}
