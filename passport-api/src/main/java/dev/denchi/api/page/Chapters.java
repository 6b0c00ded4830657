package dev.denchi.api.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.page.Page.Fact;
import dev.denchi.api.page.Page.Section;
import dev.denchi.api.page.Page.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The order of the page. Every attribute of a passport has a chapter: what none asks for stands in the last one. */
final class Chapters {
    /** What is a folder of attributes rather than one attribute, as in the access policy. */
    private static final Set<String> FOLDERS = Set.of(
            "composition",
            "performance",
            "circularity",
            "labels",
            "conformity",
            "endOfLifeInformation",
            "temperatureInformation");

    /** @param pointers attributes, or all below a folder or a group, in the order in which they are shown */
    private record Chapter(String id, List<String> pointers) {}

    private static final List<Chapter> ORDER = List.of(
            chapter(
                    "battery",
                    "/batteryModel/batteryCategory",
                    "/batteryModel/modelId",
                    "/battery/serialNumber",
                    "/battery/batchNumber",
                    "/batteryModel/gtin",
                    "/battery/batteryStatus",
                    "/battery/manufacturingDate",
                    "/battery/facility",
                    "/battery/placedOnMarketDate",
                    "/battery/puttingIntoService",
                    "/batteryModel/warrantyPeriod",
                    "/batteryModel/batteryMass",
                    "/batteryModel/physicalDimension",
                    "/battery/predecessors",
                    "/uniqueProductIdentifier",
                    "/digitalProductPassportId"),
            chapter("company", "/batteryModel/manufacturer", "/battery/operatorInformation", "/battery/modelOperator"),
            chapter(
                    "footprint",
                    "/carbonFootprint/batteryCarbonFootprint",
                    "/carbonFootprint/carbonFootprintPerformanceClass",
                    "/carbonFootprint/carbonFootprintPerLifecycleStage",
                    "/carbonFootprint"),
            chapter(
                    "recycled",
                    "/recycledContent/recycledContent",
                    "/recycledContent",
                    "/batteryModel/renewableContent"),
            chapter(
                    "materials",
                    "/batteryModel/composition/batteryChemistry",
                    "/batteryModel/composition/criticalRawMaterials",
                    "/batteryModel/composition/hazardousSubstances",
                    "/batteryModel/composition/impactOfSubstances",
                    "/batteryModel/composition"),
            chapter("performance", "/batteryModel/performance"),
            chapter("condition", "/condition"),
            chapter("labels", "/batteryModel/labels", "/batteryModel/extinguishingAgents"),
            chapter("endOfLife", "/batteryModel/endOfLifeInformation", "/batteryModel/circularity"),
            chapter("documents", "/batteryModel/conformity", "/batteryModel/instructionsForUse"),
            chapter("dueDiligence", "/dueDiligence"),
            chapter(
                    "passport",
                    "/dppStatus",
                    "/lastUpdated",
                    "/uniqueProductIdentifier",
                    "/digitalProductPassportId",
                    ""));

    /** Two names of one thing: EN 18223 and the records call it differently. */
    private static final Map<String, String> SYNONYMS = Map.of(
            "batteryPassportIdentifier", "digitalProductPassportId",
            "productIdentifier", "uniqueProductIdentifier");

    /** Said above all chapters. */
    private static final Set<String> SAID_ABOVE = Set.of("/revokedRecords");

    private static final Map<String, String> SYMBOLS = Map.of("labels", "/batteryModel/labels/separateCollection");

    private final Words words;
    private final Values values;
    private final Tables tables;

    Chapters(Words words, Values values) {
        this.words = words;
        this.values = values;
        this.tables = new Tables(words, values);
    }

    private static Chapter chapter(String id, String... pointers) {
        return new Chapter(id, List.of(pointers));
    }

    /** The chapters that have something to say. */
    List<Section> of(JsonNode passport) {
        Map<String, JsonNode> left = attributes(passport);
        left.keySet().removeAll(SAID_ABOVE);
        Set<String> said = new LinkedHashSet<>();
        List<Section> sections = new ArrayList<>();
        for (Chapter chapter : ORDER) {
            Section section = section(chapter, left, said, symbol(chapter, passport));
            if (!section.facts().isEmpty() || !section.tables().isEmpty()) {
                sections.add(section);
            }
        }
        return sections;
    }

    private Section section(Chapter chapter, Map<String, JsonNode> left, Set<String> said, @Nullable String symbol) {
        List<Fact> facts = new ArrayList<>();
        List<Table> many = new ArrayList<>();
        for (String pointer : taken(chapter, left.keySet())) {
            JsonNode value = left.remove(pointer);
            String name = last(pointer);
            // several records name the same model, plant and operator: once is enough
            if (value == null || !said.add(SYNONYMS.getOrDefault(name, name) + value)) {
                continue;
            }
            if (Tables.isTable(value)) {
                many.add(tables.of(name, value));
            } else {
                facts.add(new Fact(name, words.label(place(pointer), name), values.lines(name, value)));
            }
        }
        return new Section(chapter.id(), words.of("chapter." + chapter.id()), facts, many, symbol);
    }

    private static @Nullable String symbol(Chapter chapter, JsonNode passport) {
        String shownFor = SYMBOLS.get(chapter.id());
        return shownFor == null || passport.at(shownFor).isMissingNode() ? null : "bin";
    }

    private static List<String> taken(Chapter chapter, Set<String> left) {
        Set<String> taken = new LinkedHashSet<>();
        for (String wanted : chapter.pointers()) {
            left.stream()
                    .filter(pointer -> pointer.equals(wanted) || pointer.startsWith(wanted + "/"))
                    .forEach(taken::add);
        }
        return List.copyOf(taken);
    }

    /** Each attribute by its pointer: a member of the passport, of a group or of a folder. */
    private static Map<String, JsonNode> attributes(JsonNode passport) {
        Map<String, JsonNode> attributes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : passport.properties()) {
            if (member.getValue().isObject()) {
                putAll("/" + member.getKey(), member.getValue(), attributes);
            } else {
                attributes.put("/" + member.getKey(), member.getValue());
            }
        }
        return attributes;
    }

    private static void putAll(String pointer, JsonNode folder, Map<String, JsonNode> attributes) {
        for (Map.Entry<String, JsonNode> member : folder.properties()) {
            String below = pointer + "/" + member.getKey();
            if (FOLDERS.contains(member.getKey()) && member.getValue().isObject()) {
                putAll(below, member.getValue(), attributes);
            } else {
                attributes.put(below, member.getValue());
            }
        }
    }

    private static String last(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    /** The folder or group that an attribute stands in. */
    private static String place(String pointer) {
        return last(pointer.substring(0, pointer.lastIndexOf('/')));
    }
}
