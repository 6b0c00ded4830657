package dev.denchi.api;

import static dev.denchi.api.Supplies.DATA;
import static dev.denchi.api.Supplies.cfp;
import static dev.denchi.api.Supplies.component;
import static dev.denchi.api.Supplies.json;
import static dev.denchi.api.Supplies.linking;
import static dev.denchi.api.Supplies.newPart;
import static dev.denchi.api.Supplies.newPlant;
import static dev.denchi.api.Supplies.structure;
import static dev.denchi.api.Traders.CATHODE_SUPPLIER;
import static dev.denchi.api.Traders.CELL_MAKER;
import static dev.denchi.api.Traders.MODULE_MAKER;
import static dev.denchi.api.Traders.PACK_MAKER;
import static dev.denchi.api.Traders.PRECURSOR_SUPPLIER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Pack ← module ← cell ← cathode ← precursor of five operators, who asked each other and linked their parts. */
final class ChainOfFive {
    private static final List<ChainOfFive> MADE = new ArrayList<>();

    static final List<Traders> CUSTOMERS = List.of(PACK_MAKER, MODULE_MAKER, CELL_MAKER, CATHODE_SUPPLIER);

    private final Map<Traders, String> parts = new EnumMap<>(Traders.class);
    private final Map<Traders, String> bought = new EnumMap<>(Traders.class);
    private final Map<String, JsonNode> requests = new HashMap<>();

    private ChainOfFive() {
        MADE.add(this);
    }

    /** Takes back what was asked in a test: lists of other tests hold what was published alone. */
    static void takeBackAll() {
        MADE.forEach(ChainOfFive::takeBack);
        MADE.clear();
    }

    private void takeBack() {
        requests.forEach((asked, request) -> Traders.valueOf(asked.split(" ")[0])
                .puts("status", Supplies.end(request.path("statusModel"), "CANCEL", null))
                .put(DATA));
    }

    /** @param types of the requests that go down and are taken up */
    static ChainOfFive asked(String... types) {
        ChainOfFive chain = new ChainOfFive();
        chain.make(PACK_MAKER, "Pack", "unit", "Module", "unit", "8");
        chain.make(MODULE_MAKER, "Module", "unit", "Cell", "unit", "12");
        chain.make(CELL_MAKER, "Cell", "unit", "Cathode", "kilogram", "0.51234");
        chain.make(CATHODE_SUPPLIER, "Cathode", "kilogram", "Precursor", "kilogram", "1.05");
        ObjectNode precursor =
                Supplies.part(PRECURSOR_SUPPLIER, newPlant(PRECURSOR_SUPPLIER), unique("Precursor"), "kilogram", true);
        chain.parts.put(PRECURSOR_SUPPLIER, newPart(PRECURSOR_SUPPLIER, precursor));
        for (String type : types) {
            CUSTOMERS.forEach(customer -> chain.ask(customer, type));
        }
        return chain;
    }

    private void make(Traders maker, String name, String unit, String boughtName, String boughtUnit, String amount) {
        String plant = newPlant(maker);
        JsonNode made = json(
                maker.puts(
                                "partsStructure",
                                structure(
                                        Supplies.part(maker, plant, unique(name), unit, false),
                                        component(
                                                Supplies.part(maker, plant, unique(boughtName), boughtUnit, false),
                                                amount)))
                        .put(DATA),
                201);
        parts.put(maker, made.at("/parentPartsModel/traceId").textValue());
        bought.put(maker, made.at("/childrenPartsModel/0/traceId").textValue());
    }

    private void ask(Traders customer, String type) {
        Traders supplier = supplierOf(customer);
        ObjectNode request = Supplies.request(customer, bought(customer), supplier);
        ((ObjectNode) request.path("statusModel")).put("requestType", type);
        JsonNode made = json(customer.puts("tradeRequest", request).put(DATA), 201);
        requests.put(customer + " " + type, made);
        linking(supplier, made.at("/tradeModel/tradeId").textValue(), part(supplier))
                .then()
                .statusCode(201);
    }

    static Traders supplierOf(Traders customer) {
        return Traders.values()[customer.ordinal() + 1];
    }

    /** What it makes. */
    String part(Traders trader) {
        return Objects.requireNonNull(parts.get(trader), trader::name);
    }

    /** Its own entry of what it buys. */
    String bought(Traders trader) {
        return Objects.requireNonNull(bought.get(trader), trader::name);
    }

    JsonNode request(Traders customer, String type) {
        return Objects.requireNonNull(requests.get(customer + " " + type), customer::name);
    }

    /** Where its request stands. */
    JsonNode standing(Traders customer, String type) {
        for (JsonNode status :
                Supplies.get(customer, "status", "statusTarget", "REQUEST", "traceId", bought(customer))) {
            if (status.path("requestType").textValue().equals(type)) {
                return status.path("requestStatus");
            }
        }
        throw new AssertionError(customer + " did not ask for " + type);
    }

    /** The footprints of SupplyChainTest: the pack has 84.28432 kg CO2e of preprocessing and 341.77376 kg CO2e of main production. */
    void stateFootprints(Traders... makers) {
        for (Traders maker : makers) {
            switch (maker) {
                case PRECURSOR_SUPPLIER -> state(maker, "kilogram", "1.2,0.3,2", "0.8,0,1.5");
                case CATHODE_SUPPLIER -> state(maker, "kilogram", "0.1,0,1", "2.5,0.25,2");
                case CELL_MAKER -> state(maker, "unit", "0,0,0", "0.9,0.4,2.5");
                case MODULE_MAKER -> state(maker, "unit", "0.05,0,3", "1.1,2.2,3");
                case PACK_MAKER -> state(maker, "unit", "0.5,1,2", "4,10,2");
            }
        }
    }

    private void state(Traders maker, String unit, String pre, String main) {
        json(
                maker.puts("cfp", cfp(part(maker), unit, pre.split(","), main.split(",")))
                        .put(DATA),
                201);
    }

    /** Of a trader's due diligence, with numbers and names of its own. */
    static ObjectNode dueDiligence(Traders trader) {
        ObjectNode attributes = Examples.of("provenance/supplier-due-diligence");
        attributes.remove("traceId");
        ((ObjectNode) attributes.at("/operatorInformation")).put("name", trader.name());
        for (String list : List.of("consignments", "consignmentOrigins")) {
            attributes
                    .path(list)
                    .forEach(each -> ((ObjectNode) each)
                            .put(
                                    "consignmentId",
                                    trader.ordinal() + "-"
                                            + each.path("consignmentId").textValue()));
        }
        ((ObjectNode) attributes.at("/consignmentOrigins/0/supplier")).put("name", "Mine behind " + trader.name());
        return attributes;
    }

    JsonNode stateDueDiligence(Traders trader) {
        return json(trader.puts("dueDiligence", dueDiligenceModel(trader)).put(DATA), 201);
    }

    ObjectNode dueDiligenceModel(Traders trader) {
        ObjectNode model = Supplies.object();
        model.putNull("dueDiligenceId")
                .put("operatorId", trader.id().toString())
                .put("traceId", part(trader));
        model.set("dueDiligence", dueDiligence(trader));
        return model;
    }

    private static String unique(String name) {
        return name + " " + UUID.randomUUID().toString().substring(0, 8);
    }
}
