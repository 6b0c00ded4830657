package dev.denchi.model.exchange.conversion;

import static dev.denchi.model.exchange.conversion.Documents.copy;
import static dev.denchi.model.exchange.conversion.Readings.cased;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** What a battery is made of; with us the converters see the whole composition. Names begin small or large. */
final class Materials {
    private static final List<String> COMPONENTS =
            List.of("cathode", "anode", "electrolyte", "separator", "housing", "other");

    private Materials() {}

    /** BatteryPass and IDTA. */
    static Converter materials(String letter) {
        return Converter.of(
                "component, name, CAS number and mass; critical when our list of critical raw materials has it",
                node -> {
                    ObjectNode ours = Tree.object();
                    ArrayNode materials = ours.putArray("batteryMaterials");
                    ArrayNode critical = Tree.array();
                    for (JsonNode theirs : node) {
                        materials.add(ourMaterial(theirs, letter));
                        if (theirs.path(cased("isCriticalRawMaterial", letter)).asBoolean()) {
                            critical.add(named(theirs, letter));
                        }
                    }
                    return critical.isEmpty() ? ours : ours.set("criticalRawMaterials", critical);
                },
                composition ->
                        each(composition.path("batteryMaterials"), ours -> theirMaterial(ours, composition, letter)));
    }

    private static ObjectNode ourMaterial(JsonNode theirs, String letter) {
        ObjectNode ours = Tree.object();
        String component = theirs.path(cased("batteryMaterialLocation", letter))
                .path(cased("componentName", letter))
                .asText()
                .toLowerCase(Locale.ROOT);
        if (COMPONENTS.contains(component)) {
            ours.put("component", component);
        }
        ours.setAll(named(theirs, letter));
        JsonNode mass = theirs.path(cased("batteryMaterialMass", letter));
        return mass.isNumber() ? ours.set("mass", Values.quantity(mass, "kg")) : ours;
    }

    private static ObjectNode named(JsonNode theirs, String letter) {
        ObjectNode ours = Tree.object();
        copy(theirs, cased("batteryMaterialName", letter), ours, "name");
        String number = theirs.path(cased("batteryMaterialIdentifier", letter)).asText();
        return number.isBlank() ? ours : ours.put("casNumber", number.strip());
    }

    private static JsonNode theirMaterial(JsonNode ours, JsonNode composition, String letter) {
        ObjectNode theirs = Tree.object();
        if (ours.has("component")) {
            String component = cased(ours.path("component").asText(), "large");
            theirs.set(
                    cased("batteryMaterialLocation", letter),
                    Tree.object().put(cased("componentName", letter), component));
        }
        copy(ours, "name", theirs, cased("batteryMaterialName", letter));
        copy(ours, "casNumber", theirs, cased("batteryMaterialIdentifier", letter));
        copy(ours.path("mass"), "value", theirs, cased("batteryMaterialMass", letter));
        return critical(ours, composition, theirs, cased("isCriticalRawMaterial", letter));
    }

    static Converter hazardous(String letter) {
        return Converter.of(
                "one of three hazard classes, and impacts by CAS number",
                node -> {
                    ObjectNode ours = Tree.object();
                    ArrayNode substances = ours.putArray("hazardousSubstances");
                    ArrayNode impacts = Tree.array();
                    node.forEach(theirs -> {
                        substances.add(ourSubstance(theirs, letter));
                        theirs.path(cased("hazardousSubstanceImpact", letter))
                                .forEach(impact -> impacts.add(ourImpact(theirs, impact, letter)));
                    });
                    return impacts.isEmpty() ? ours : ours.set("impactOfSubstances", impacts);
                },
                composition -> each(
                        composition.path("hazardousSubstances"), ours -> theirSubstance(ours, composition, letter)));
    }

    private static ObjectNode ourSubstance(JsonNode theirs, String letter) {
        ObjectNode ours = Tree.object();
        copy(theirs, cased("hazardousSubstanceName", letter), ours, "name");
        copy(theirs, cased("hazardousSubstanceIdentifier", letter), ours, "casNumber");
        copy(theirs, cased("hazardousSubstanceClass", letter), ours, "hazardClass");
        JsonNode share = theirs.path(cased("hazardousSubstanceConcentration", letter));
        if (share.isNumber()) {
            ours.set("massFraction", Values.quantity(share, "%"));
        }
        copy(
                theirs.path(cased("hazardousSubstanceLocation", letter)),
                cased("componentName", letter),
                ours,
                "location");
        return ours;
    }

    private static ObjectNode ourImpact(JsonNode theirs, JsonNode impact, String letter) {
        ObjectNode ours = Tree.object();
        copy(theirs, cased("hazardousSubstanceName", letter), ours, "name");
        copy(theirs, cased("hazardousSubstanceIdentifier", letter), ours, "casNumber");
        return ours.set("impact", impact);
    }

    private static JsonNode theirSubstance(JsonNode ours, JsonNode composition, String letter) {
        ObjectNode theirs = Tree.object();
        copy(ours, "name", theirs, cased("hazardousSubstanceName", letter));
        copy(ours, "casNumber", theirs, cased("hazardousSubstanceIdentifier", letter));
        JsonNode hazardClass = HazardClasses.theirs(ours.path("hazardClass").asText());
        if (!hazardClass.isMissingNode()) {
            theirs.set(cased("hazardousSubstanceClass", letter), hazardClass);
        }
        copy(ours.path("massFraction"), "value", theirs, cased("hazardousSubstanceConcentration", letter));
        ObjectNode location = Tree.object();
        copy(ours, "location", location, cased("componentName", letter));
        theirs.set(cased("hazardousSubstanceLocation", letter), location);
        if (composition.has("impactOfSubstances")) {
            ArrayNode impacts = theirs.putArray(cased("hazardousSubstanceImpact", letter));
            composition.path("impactOfSubstances").forEach(impact -> {
                if (sameSubstance(impact, ours)) {
                    impacts.add(impact.path("impact"));
                }
            });
        }
        return theirs;
    }

    /** Catena-X: the list of materials by concentration. */
    static Converter constituents() {
        return Converter.of(
                "name, CAS number, share and component; recycled and renewable share and documentation are not ours",
                node -> {
                    ObjectNode ours = Tree.object();
                    node.forEach(theirs -> ours.withArray("batteryMaterials").add(ourConstituent(theirs)));
                    return ours.isEmpty() ? Converter.NONE : ours;
                },
                composition -> each(composition.path("batteryMaterials"), ours -> {
                    ObjectNode theirs = identified(ours, "id");
                    copy(ours, "component", theirs, "location");
                    copy(ours.path("massFraction"), "value", theirs, "concentration");
                    theirs.put("unit", "unit:percent");
                    return critical(ours, composition, theirs, "critical");
                }));
    }

    private static ObjectNode ourConstituent(JsonNode theirs) {
        ObjectNode ours = ourIdentity(theirs.path("id"));
        String component = theirs.path("location").asText().toLowerCase(Locale.ROOT);
        if (COMPONENTS.contains(component)) {
            ours.put("component", component);
        }
        JsonNode share = Values.percent(theirs.path("concentration"), theirs.path("unit"));
        return share.isMissingNode() ? ours : ours.set("massFraction", share);
    }

    /** Catena-X: hazardous substances other than cadmium, mercury and lead. */
    static Converter hazards() {
        return Converter.of(
                "name, CAS number, share and place; impacts are documents there, criticality and documentation not ours",
                node -> {
                    ObjectNode ours = Tree.object();
                    node.forEach(theirs -> {
                        ObjectNode substance = ourIdentity(theirs.path("materialIdentification"));
                        copy(theirs, "location", substance, "location");
                        JsonNode share = Values.percent(theirs.path("concentration"), theirs.path("materialUnit"));
                        ours.withArray("hazardousSubstances")
                                .add(share.isMissingNode() ? substance : substance.set("massFraction", share));
                    });
                    return ours.isEmpty() ? Converter.NONE : ours;
                },
                composition -> each(composition.path("hazardousSubstances"), ours -> {
                    ObjectNode theirs = identified(ours, "materialIdentification");
                    copy(ours, "location", theirs, "location");
                    copy(ours.path("massFraction"), "value", theirs, "concentration");
                    theirs.put("materialUnit", "unit:percent");
                    return critical(ours, composition, theirs, "critical");
                }));
    }

    /** The share of one metal without its split. */
    static Converter recycled(String metal) {
        return Converter.of(
                "the total share of " + metal + " only",
                node -> {
                    ObjectNode share =
                            Tree.object().put("recycledMaterial", metal).put("split", "UNKNOWN");
                    return Values.array(share.set("totalShare", Values.quantity(node, "%")));
                },
                node -> {
                    for (JsonNode share : node) {
                        if (share.path("recycledMaterial").asText().equals(metal)) {
                            return total(share);
                        }
                    }
                    return Converter.NONE;
                });
    }

    private static JsonNode total(JsonNode share) {
        JsonNode pre = share.at("/preConsumerShare/value");
        JsonNode post = share.at("/postConsumerShare/value");
        return pre.isNumber() && post.isNumber()
                ? Tree.NODES.numberNode(pre.decimalValue().add(post.decimalValue()))
                : share.at("/totalShare/value");
    }

    private static ObjectNode ourIdentity(JsonNode identifications) {
        ObjectNode ours = Tree.object();
        for (JsonNode identification : identifications) {
            if (!ours.has("name")) {
                copy(identification, "name", ours, "name");
            }
            if (identification.path("type").asText().equals("CAS") && !ours.has("casNumber")) {
                copy(identification, "id", ours, "casNumber");
            }
        }
        return ours;
    }

    private static ObjectNode identified(JsonNode ours, String member) {
        ObjectNode identification = Tree.object().put("type", "CAS");
        copy(ours, "name", identification, "name");
        copy(ours, "casNumber", identification, "id");
        return Tree.object().set(member, Values.array(identification));
    }

    /** Whether it is critical is only known where there is a list of what is. */
    private static JsonNode critical(JsonNode ours, JsonNode composition, ObjectNode theirs, String member) {
        if (composition.has("criticalRawMaterials")) {
            boolean critical = false;
            for (JsonNode material : composition.path("criticalRawMaterials")) {
                critical |= sameSubstance(material, ours);
            }
            theirs.put(member, critical);
        }
        return theirs;
    }

    private static boolean sameSubstance(JsonNode one, JsonNode other) {
        return one.has("casNumber") && one.path("casNumber").equals(other.path("casNumber"));
    }

    private static JsonNode each(JsonNode ours, java.util.function.UnaryOperator<JsonNode> out) {
        if (!ours.isArray()) {
            return Converter.NONE;
        }
        ArrayNode theirs = Tree.array();
        ours.forEach(element -> theirs.add(out.apply(element)));
        return theirs;
    }
}
