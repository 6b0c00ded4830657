package dev.denchi.model.lineage;

import dev.denchi.model.lot.ElementMass;
import dev.denchi.model.quantity.Mass;
import java.util.LinkedHashMap;
import java.util.Map;

/** One node as JSON. */
final class NodeJson implements LineageNode.Cases<Map<String, Object>> {
    @Override
    public Map<String, Object> lot(LineageNode.Lot lot) {
        Map<String, Object> json = common("LOT", lot);
        json.put("material", lot.material().name());
        json.put("mass", mass(lot.mass()));
        json.put("productionDate", lot.producedOn().toString());
        if (lot.waste() != null) {
            json.put("wasteClass", lot.waste().name());
        }
        json.put("elements", lot.elements().stream().map(NodeJson::element).toList());
        return json;
    }

    @Override
    public Map<String, Object> step(LineageNode.Step step) {
        Map<String, Object> json = common("TRANSFORMATION", step);
        json.put("type", step.type().name());
        json.put(
                "period", Map.of("from", step.from().toString(), "to", step.to().toString()));
        json.put("custodyModel", step.custody().name());
        return json;
    }

    @Override
    public Map<String, Object> claim(LineageNode.Claim claim) {
        Map<String, Object> json = common("CLAIM", claim);
        json.put("modelId", claim.model());
        json.put("year", claim.year());
        return json;
    }

    private static Map<String, Object> common(String kind, LineageNode node) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", node.id());
        json.put("kind", kind);
        json.put("operator", node.operator());
        json.put("facility", node.facility());
        if (node.sha256() != null) {
            json.put("sha256", node.sha256());
        }
        return json;
    }

    private static Map<String, Object> element(ElementMass held) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("element", held.element().label());
        json.put("total", mass(held.total()));
        json.put("preConsumer", mass(held.preConsumer()));
        json.put("postConsumer", mass(held.postConsumer()));
        json.put("primary", mass(held.primary()));
        return json;
    }

    static Map<String, Object> mass(Mass mass) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", mass.kilograms());
        json.put("unit", "kg");
        return json;
    }
}
