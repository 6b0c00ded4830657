package dev.denchi.model.massbalance.invariant;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.Shared;
import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.TransferId;
import dev.denchi.model.identifier.TransformationId;
import dev.denchi.model.lot.CustodyModel;
import dev.denchi.model.lot.Draw;
import dev.denchi.model.lot.Element;
import dev.denchi.model.lot.ElementMass;
import dev.denchi.model.lot.Evidence;
import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.lot.Material;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.MaterialLot.WasteOrigin;
import dev.denchi.model.lot.Party;
import dev.denchi.model.lot.RecycledContentClaim;
import dev.denchi.model.lot.RecycledContentClaim.Consumption;
import dev.denchi.model.lot.RecycledContentClaim.Declared;
import dev.denchi.model.lot.Transfer;
import dev.denchi.model.lot.Transformation;
import dev.denchi.model.lot.WasteClass;
import dev.denchi.model.quantity.Mass;
import dev.denchi.model.quantity.Quantity;
import dev.denchi.model.quantity.Unit;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The chain of mass-balance-valid-chain.json, which says less than our records do. What it leaves out is added: who hands a lot to
 * whom, the auxiliaries or losses that close the mass, and the days.
 */
record SharedChain(List<LotEvent> events, RecycledContentClaim claim, JsonNode expected) {
    private static final Map<String, Element> SYMBOLS =
            Map.of("Ni", Element.NICKEL, "Co", Element.COBALT, "Li", Element.LITHIUM);
    private static final Map<String, Material> MATERIALS = Map.of(
            "black mass", Material.BLACK_MASS,
            "NiSO4.6H2O", Material.NICKEL_SULPHATE_HEXAHYDRATE,
            "CoSO4.7H2O", Material.COBALT_SULPHATE_HEPTAHYDRATE,
            "Li2CO3", Material.LITHIUM_CARBONATE,
            "LiOH.H2O", Material.LITHIUM_HYDROXIDE_MONOHYDRATE,
            "pCAM", Material.PRECURSOR_CATHODE_ACTIVE_MATERIAL,
            "CAM", Material.CATHODE_ACTIVE_MATERIAL);
    private static final String CELL_MAKER = "cell-maker";

    static String symbol(Element element) {
        return SYMBOLS.entrySet().stream()
                .filter(symbol -> symbol.getValue() == element)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    static SharedChain load() throws IOException {
        JsonNode file = Shared.data("mass-balance-valid-chain.json");
        List<LotEvent> events = new ArrayList<>();
        file.path("lots").forEach(lot -> events.add(lot(lot, file)));
        for (JsonNode step : file.path("transformations")) {
            for (JsonNode input : step.path("inputs")) {
                handOver(input, step.path("site").asText(), step.path("start").asText(), file, events);
            }
            events.add(transformation(step, file));
        }
        JsonNode given = file.path("claim");
        LocalDate year = LocalDate.of(given.path("year").intValue(), 12, 31);
        List<Consumption> consumption = new ArrayList<>();
        for (JsonNode used : given.path("consumption")) {
            handOver(used, CELL_MAKER, "2027-06-01", file, events);
            consumption.add(new Consumption(id(used.path("lotId").asText(), file), mass(used.path("massKg")), year));
        }
        RecycledContentClaim claim = new RecycledContentClaim(
                new RecycledContentClaim.Id(
                        new OperatorId(CELL_MAKER),
                        new ModelId(given.path("modelId").asText()),
                        party(CELL_MAKER).facility(),
                        year.getYear()),
                consumption,
                declared(file.path("expected").path("shares")),
                documents(1));
        events.add(claim);
        return new SharedChain(events, claim, file.path("expected"));
    }

    private static MaterialLot lot(JsonNode lot, JsonNode file) {
        String name = lot.path("lotId").asText();
        JsonNode maker = maker(name, file);
        List<ElementMass> elements = new ArrayList<>();
        lot.path("elementKg").properties().forEach(held -> elements.add(element(held.getKey(), held.getValue())));
        WasteOrigin waste = lot.path("wasteOrigin").isTextual()
                ? new WasteOrigin(WasteClass.valueOf(lot.path("wasteOrigin").asText()), null)
                : null;
        return new MaterialLot(
                id(name, file),
                requireNonNull(MATERIALS.get(lot.path("material").asText())),
                party(lot.path("custodian").asText()).facility(),
                mass(lot.path("massKg")),
                LocalDate.parse(maker.path("end").asText("2027-01-01")),
                maker.isMissingNode() ? null : transformationId(maker),
                waste,
                elements,
                List.of(),
                CustodyModel.CONTROLLED_BLENDING,
                documents(lot.path("evidence").size()));
    }

    private static ElementMass element(String symbol, JsonNode kg) {
        Mass pre = mass(kg.path("pre"));
        Mass post = mass(kg.path("post"));
        return ElementMass.of(
                requireNonNull(SYMBOLS.get(symbol)), pre.plus(post).plus(mass(kg.path("primary"))), pre, post);
    }

    private static Transformation transformation(JsonNode step, JsonNode file) {
        List<Draw> inputs = new ArrayList<>();
        step.path("inputs")
                .forEach(input ->
                        inputs.add(new Draw(id(input.path("lotId").asText(), file), mass(input.path("massKg")))));
        List<LotId> outputs = new ArrayList<>();
        Mass difference = inputs.stream().map(Draw::mass).reduce(Mass.ZERO, Mass::plus);
        for (JsonNode output : step.path("outputs")) {
            outputs.add(id(output.asText(), file));
            difference = difference.minus(mass(find(output.asText(), file).path("massKg")));
        }
        Map<Element, Mass> lost = new EnumMap<>(Element.class);
        step.path("elementLossKg")
                .properties()
                .forEach(loss -> lost.put(requireNonNull(SYMBOLS.get(loss.getKey())), mass(loss.getValue())));
        Mass auxiliaries = difference.isNegative() ? Mass.ZERO.minus(difference) : Mass.ZERO;
        return new Transformation(
                transformationId(step),
                Transformation.Type.valueOf(step.path("type").asText()),
                party(step.path("site").asText()).facility(),
                LocalDate.parse(step.path("start").asText()),
                LocalDate.parse(step.path("end").asText()),
                inputs,
                outputs,
                auxiliaries,
                List.of(new Transformation.Loss("all", difference.plus(auxiliaries), lost)),
                CustodyModel.CONTROLLED_BLENDING,
                documents(1));
    }

    private static void handOver(JsonNode draw, String to, String on, JsonNode file, List<LotEvent> events) {
        LotId lot = id(draw.path("lotId").asText(), file);
        String from = lot.operator().value();
        if (from.equals(to)) {
            return;
        }
        for (Transfer.Step step : List.of(Transfer.Step.GIVEN, Transfer.Step.ACCEPTED)) {
            events.add(new Transfer(
                    new TransferId(lot.operator(), "DN-" + lot.number()),
                    step,
                    lot,
                    mass(draw.path("massKg")),
                    party(from),
                    party(to),
                    LocalDate.parse(on),
                    false,
                    documents(1)));
        }
    }

    private static List<Declared> declared(JsonNode shares) {
        List<Declared> declared = new ArrayList<>();
        shares.properties()
                .forEach(share -> declared.add(new Declared(
                        requireNonNull(SYMBOLS.get(share.getKey())),
                        new Quantity(share.getValue().path("pre").decimalValue(), Unit.PERCENT),
                        new Quantity(share.getValue().path("post").decimalValue(), Unit.PERCENT),
                        null)));
        return declared;
    }

    private static JsonNode find(String lot, JsonNode file) {
        for (JsonNode each : file.path("lots")) {
            if (each.path("lotId").asText().equals(lot)) {
                return each;
            }
        }
        throw new IllegalArgumentException("there is no lot " + lot);
    }

    private static JsonNode maker(String lot, JsonNode file) {
        for (JsonNode step : file.path("transformations")) {
            for (JsonNode output : step.path("outputs")) {
                if (output.asText().equals(lot)) {
                    return step;
                }
            }
        }
        return file.path("none");
    }

    private static LotId id(String lot, JsonNode file) {
        return new LotId(new OperatorId(find(lot, file).path("custodian").asText()), lot);
    }

    private static TransformationId transformationId(JsonNode step) {
        return new TransformationId(
                new OperatorId(step.path("site").asText()), step.path("id").asText());
    }

    private static Party party(String name) {
        return new Party(new OperatorId(name), new FacilityIdentifier("GLN", "site of " + name));
    }

    private static Mass mass(JsonNode kg) {
        return Mass.ofKilograms(kg.asText());
    }

    private static List<Evidence> documents(int count) {
        return count == 0 ? List.of() : List.of(new Evidence(Evidence.Type.ASSAY, "0".repeat(64)));
    }
}
