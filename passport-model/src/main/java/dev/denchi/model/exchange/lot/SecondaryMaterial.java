package dev.denchi.model.exchange.lot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.exchange.Note;
import dev.denchi.model.exchange.conversion.Tree;
import dev.denchi.model.exchange.lot.ImportedLots.Draft;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.lot.Element;
import dev.denchi.model.passport.RecordKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Secondary material content of Catena-X, {@code io.catenax.secondary_material_content_verifiable} and {@code …_calculated}, 1.0.0: each
 * material of the part is a lot. Its pre-consumer material may come from any industry's scrap, of which Article 8 counts only that of
 * batteries: unless it is lead, it is taken as primary, and told.
 */
public final class SecondaryMaterial {
    private static final String CONTENT = "SecondaryMaterialContent";
    private static final BigDecimal PER_CENT = new BigDecimal("0.01");

    private final OperatorId operator;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    private SecondaryMaterial(OperatorId operator) {
        this.operator = operator;
    }

    /**
     * @param number the operator's number of the delivery, from which each lot's is made; the order number where the document has one
     * @throws MalformedJson when it is no secondary material content
     */
    public static ImportedLots read(byte[] bytes, OperatorId operator, String number) {
        JsonNode document = StrictJson.readForeign(bytes);
        JsonNode materials = document.path("secondaryMaterialContent");
        if (!materials.isArray()) {
            throw new MalformedJson("a document on secondary material has the member secondaryMaterialContent");
        }
        SecondaryMaterial read = new SecondaryMaterial(operator);
        String named = document.path("orderNumber").asText(number);
        for (int i = 0; i < materials.size(); i++) {
            read.material(materials.get(i), "/secondaryMaterialContent/" + i, named + "-" + (i + 1));
        }
        return new ImportedLots(read.drafts, read.notes);
    }

    private void material(JsonNode material, String at, String number) {
        ObjectNode lot = Tree.object();
        lot.put("lotId", operator + ":" + number.replaceAll("[^A-Za-z0-9._-]", "-"));
        String name = material.path("materialNameStandardized")
                .path("materialNameStandardizedValue")
                .asText();
        if (!name.isEmpty()) {
            lot.put("tradeName", name);
        }
        JsonNode measure = material.path("unitOfMeasure");
        String unit = measure.path("unitOfMeasureKey").asText();
        Optional<BigDecimal> kilograms = LotMasses.kilograms(measure.path("materialNetMass"), unit);
        if (kilograms.isEmpty() || !LotMasses.put(lot, "mass", kilograms.get())) {
            note(at + "/unitOfMeasure", "\"" + unit + "\" gives no mass in whole milligrams");
        } else {
            content(lot, material.path("inorganic"), at, name, kilograms.get());
        }
        custody(lot, material.path("inorganic"), at);
        drafts.add(new Draft(RecordKind.LOT, lot));
        Stream.of("bioBased", "certificate", "materialClass", "additionalInformation")
                .filter(material::has)
                .forEach(member -> note(
                        at + "/" + member,
                        member.equals("certificate")
                                ? "evidence is pinned by a hash, and the certificate has none"
                                : "records of lots have no such attribute"));
        note(
                at + "/unitOfMeasure/grossMaterialInputMass",
                "a lot has the mass that there is, not what it took to make it");
        notes.add(new Note(
                "lot", "/material", "the class of material is to be chosen; the document names \"" + name + "\""));
    }

    /** Percentages are of the material's mass; they are an element's only where the material is that element. */
    private void content(ObjectNode lot, JsonNode inorganic, String at, String name, BigDecimal kilograms) {
        Optional<Element> element = element(name);
        if (element.isEmpty()) {
            note(
                    at + "/inorganic",
                    "shares of the material are none of an element: \"" + name + "\" is not one that is followed");
            return;
        }
        JsonNode secondary = inorganic.path("secondaryInorganic");
        BigDecimal pre = share(secondary.path("preConsumer")).multiply(kilograms);
        BigDecimal post = share(secondary.path("postConsumer"))
                .add(share(secondary.path("postConsumerAutomotive")))
                .multiply(kilograms);
        ObjectNode held = lot.putArray("elements").addObject();
        held.put("element", element.get().label());
        boolean isExact = LotMasses.put(held, "total", kilograms) && LotMasses.put(held, "postConsumer", post);
        if (element.get() == Element.LEAD) {
            isExact &= LotMasses.put(held, "preConsumer", pre);
        } else if (pre.signum() > 0) {
            note(
                    at + "/inorganic/secondaryInorganic/preConsumer",
                    "pre-consumer material of any industry; only battery manufacturing waste counts (Article 3(51)),"
                            + " so it is taken as primary");
        }
        if (!isExact) {
            lot.remove("elements");
            note(at + "/inorganic", "the shares give no masses in whole milligrams");
        } else if (post.signum() > 0) {
            lot.putObject("wasteOrigin").put("wasteClass", "POST_CONSUMER");
        }
    }

    private static BigDecimal share(JsonNode consumer) {
        BigDecimal percent = BigDecimal.ZERO;
        for (String recycling : List.of("mechanicalRecycling", "chemicalRecycling")) {
            JsonNode part = consumer.path(recycling).path("percentageOfMaterialWeight");
            percent = part.isNumber() ? percent.add(part.decimalValue()) : percent;
        }
        return percent.multiply(PER_CENT);
    }

    /** A document that balances masses says so; one that does not leaves open which other model it follows. */
    private void custody(ObjectNode lot, JsonNode inorganic, String at) {
        if (inorganic.findValues("isMassBalanced").stream().anyMatch(JsonNode::booleanValue)) {
            lot.put("custodyModel", "MASS_BALANCE");
        } else {
            note(at + "/inorganic", "the custody model is not said, only that it is not mass balance");
        }
    }

    private static Optional<Element> element(String name) {
        return Stream.of(Element.values())
                .filter(element -> element.label().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private void note(String pointer, String reason) {
        notes.add(new Note(CONTENT, pointer, reason));
    }
}
