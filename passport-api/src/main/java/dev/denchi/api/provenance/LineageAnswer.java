package dev.denchi.api.provenance;

import dev.denchi.api.serve.RecordReference;
import dev.denchi.api.store.lineage.Chain;
import dev.denchi.api.store.lineage.StatedLot;
import dev.denchi.api.store.lineage.StatedStep;
import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.lot.Element;
import dev.denchi.model.lot.ElementMass;
import dev.denchi.model.lot.Evidence;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.quantity.Mass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A part of the lineage as one asker may know it: what stands here is masked, and nothing else of the chain is ever written out. */
final class LineageAnswer {
    private final Chain chain;
    private final Mask mask;
    private final Contributions contributions;

    LineageAnswer(Chain chain, Mask mask, Contributions contributions) {
        this.chain = chain;
        this.mask = mask;
        this.contributions = contributions;
    }

    /** A lot. A stranger's has no record id either: there is nothing to be had by it. */
    Map<String, Object> lot(StatedLot stated) {
        MaterialLot lot = stated.lot();
        boolean known = mask.knows(lot.operator());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lot", lotName(lot.id()));
        json.put("operator", mask.operator(lot.operator()));
        json.put("masked", !known);
        json.put("facility", mask.facility(lot.operator(), lot.facility()));
        json.put("material", lot.material().name());
        json.put("mass", kilograms(lot.mass()));
        json.put("productionDate", lot.producedOn().toString());
        if (lot.waste() != null) {
            json.put("wasteClass", lot.waste().wasteClass().name());
        }
        json.put("custodyModel", lot.custody().name());
        json.put("assurance", lot.assurance().name());
        json.put("elements", lot.elements().stream().map(LineageAnswer::element).toList());
        putThrough(stated.id(), json);
        StatedStep maker = stated.madeIn() == null ? null : chain.steps().get(stated.madeIn());
        if (maker != null) {
            json.put("madeBy", stepName(maker));
        } else if (lot.madeBy() != null) {
            json.put(
                    "missing",
                    mask.named("step", lot.madeBy().operator(), lot.madeBy().toString()));
        }
        putProof(json, stated.id(), stated.version(), stated.sha256(), lot.evidence(), known);
        return json;
    }

    /** A transformation with its edges, as far as their other ends are in this chain. */
    Map<String, Object> step(StatedStep step) {
        boolean known = mask.knows(step.name().operator());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("transformation", stepName(step));
        json.put("operator", mask.operator(step.name().operator()));
        json.put("masked", !known);
        json.put("facility", mask.facility(step.name().operator(), step.facility()));
        json.put("type", step.type().name());
        json.put("from", step.from().toString());
        json.put("to", step.to().toString());
        json.put("custodyModel", step.custody().name());
        json.put("assurance", Evidence.assurance(step.evidence()).name());
        json.put("inputs", edges(step.inputs()));
        json.put(
                "outputs",
                step.outputs().stream()
                        .filter(chain.lots()::containsKey)
                        .map(this::nameOf)
                        .toList());
        putProof(json, step.id(), step.version(), step.sha256(), step.evidence(), known);
        return json;
    }

    private List<Map<String, Object>> edges(Map<RecordId, Mass> inputs) {
        List<Map<String, Object>> edges = new ArrayList<>();
        inputs.forEach((lot, mass) -> {
            if (chain.lots().containsKey(lot)) {
                edges.add(Map.of("lot", nameOf(lot), "mass", kilograms(mass)));
            }
        });
        return edges;
    }

    private void putThrough(RecordId lot, Map<String, Object> json) {
        List<Map<String, Object>> shares = new ArrayList<>();
        contributions.through(lot).forEach((element, milligrams) -> shares.add(through(element, milligrams)));
        if (!shares.isEmpty()) {
            json.put("contributes", shares);
        }
    }

    private static Map<String, Object> through(Element element, BigDecimal milligrams) {
        Mass whole = new Mass(milligrams.setScale(0, RoundingMode.HALF_UP).longValueExact());
        return Map.of("element", element.label(), "mass", kilograms(whole));
    }

    private static void putProof(
            Map<String, Object> json, RecordId id, int version, String sha256, List<Evidence> evidence, boolean known) {
        json.put("version", version);
        json.put("sha256", sha256);
        json.put("evidence", evidence.stream().map(LineageAnswer::document).toList());
        if (known) {
            json.put("record", RecordReference.pathOf(id));
        }
    }

    private static Map<String, Object> document(Evidence evidence) {
        return Map.of("type", evidence.type().name(), "sha256", evidence.sha256());
    }

    private static Map<String, Object> element(ElementMass held) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("element", held.element().label());
        json.put("total", kilograms(held.total()));
        json.put("preConsumer", kilograms(held.preConsumer()));
        json.put("postConsumer", kilograms(held.postConsumer()));
        json.put("primary", kilograms(held.primary()));
        return json;
    }

    static Map<String, Object> kilograms(Mass mass) {
        BigDecimal value = mass.kilograms().stripTrailingZeros();
        return Map.of("value", value.scale() < 0 ? value.setScale(0) : value, "unit", "kg");
    }

    private String nameOf(RecordId lot) {
        return lotName(Objects.requireNonNull(chain.lots().get(lot)).lot().id());
    }

    String lotName(LotId lot) {
        return mask.named("lot", lot.operator(), lot.toString());
    }

    private String stepName(StatedStep step) {
        OperatorId operator = step.name().operator();
        return mask.named("step", operator, step.name().toString());
    }
}
