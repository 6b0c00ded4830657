package dev.denchi.api;

import static dev.denchi.api.Supplies.DATA;
import static dev.denchi.api.Supplies.asked;
import static dev.denchi.api.Supplies.cfp;
import static dev.denchi.api.Supplies.component;
import static dev.denchi.api.Supplies.get;
import static dev.denchi.api.Supplies.getting;
import static dev.denchi.api.Supplies.json;
import static dev.denchi.api.Supplies.linking;
import static dev.denchi.api.Supplies.newPart;
import static dev.denchi.api.Supplies.newPlant;
import static dev.denchi.api.Supplies.part;
import static dev.denchi.api.Supplies.structure;
import static dev.denchi.api.Traders.CATHODE_SUPPLIER;
import static dev.denchi.api.Traders.CELL_MAKER;
import static dev.denchi.api.Traders.MODULE_MAKER;
import static dev.denchi.api.Traders.PACK_MAKER;
import static dev.denchi.api.Traders.PRECURSOR_SUPPLIER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Pack ← module ← cell ← cathode ← precursor, five operators: requests go down, values come up, and each sees its neighbours alone.
 *
 * <p>By hand, kg CO2e (preprocessing; main production), each sum rounded up to five decimals:
 *
 * <pre>
 * precursor  1.2 + 0.3 = 1.5                                 0.8
 * cathode    0.1 + 1.05 × 1.5 = 1.675                        2.5 + (0.25 + 1.05 × 0.8) = 3.59
 * cell       0.51234 × 1.675 = 0.8581695 → 0.85817           0.9 + (0.4 + 0.51234 × 3.59 = 2.2393006 → 2.23931) = 3.13931
 * module     0.05 + 12 × 0.85817 = 10.34804                  1.1 + (2.2 + 12 × 3.13931) = 40.97172
 * pack       0.5 + (1 + 8 × 10.34804) = 84.28432             4 + (10 + 8 × 40.97172) = 341.77376
 * </pre>
 */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SupplyChainTest {
    private static final String[] NO_EMISSION = {"0", "0", "0"};

    private final Map<Traders, String> parts = new EnumMap<>(Traders.class);
    private final Map<Traders, String> bought = new EnumMap<>(Traders.class);
    private final Map<Traders, JsonNode> requests = new EnumMap<>(Traders.class);

    @BeforeEach
    void requests_go_down() {
        make(PACK_MAKER, "Pack", "unit", "Module", "unit", "8");
        make(MODULE_MAKER, "Module", "unit", "Cell", "unit", "12");
        make(CELL_MAKER, "Cell", "unit", "Cathode", "kilogram", "0.51234");
        make(CATHODE_SUPPLIER, "Cathode", "kilogram", "Precursor", "kilogram", "1.05");
        parts.put(
                PRECURSOR_SUPPLIER,
                newPart(
                        PRECURSOR_SUPPLIER,
                        part(PRECURSOR_SUPPLIER, newPlant(PRECURSOR_SUPPLIER), unique("Precursor"), "kilogram", true)));
        for (Traders downstream : List.of(PACK_MAKER, MODULE_MAKER, CELL_MAKER, CATHODE_SUPPLIER)) {
            Traders upstream = Traders.values()[downstream.ordinal() + 1];
            requests.put(downstream, asked(downstream, of(bought, downstream), upstream));
            linking(upstream, trade(downstream), of(parts, upstream)).then().statusCode(201);
        }
    }

    @Test
    void values_come_up_and_the_total_is_that_of_the_hand() {
        state();

        JsonNode pack = get(PACK_MAKER, "cfp", "traceIds", of(parts, PACK_MAKER));

        assertEquals(8, pack.size());
        assertRow(pack.get(4), "preProductionTotal", "0.5", "1.94641");
        assertRow(pack.get(5), "mainProductionTotal", "4", "2.19939");
        assertRow(pack.get(6), "preComponentTotal", "83.78432", "1.94641");
        assertRow(pack.get(7), "mainComponentTotal", "337.77376", "2.19939");
        JsonNode module = get(PACK_MAKER, "cfp", "traceIds", of(bought, PACK_MAKER));
        assertEquals(2, module.size());
        assertRow(module.get(0), "preProductionResponse", "10.34804", "1.94543");
        assertRow(module.get(1), "mainProductionResponse", "40.97172", "2.2079");
    }

    @Test
    void progress_is_counted_over_the_tree() {
        assertStanding(PACK_MAKER, "NOT_COMPLETED", "TERMINATED", 0, 4);
        state(PRECURSOR_SUPPLIER, "kilogram", new String[] {"1.2", "0.3", "2"}, new String[] {"0.8", "0", "1.5"});
        assertStanding(PACK_MAKER, "NOT_COMPLETED", "TERMINATED", 1, 4);
        assertStanding(CATHODE_SUPPLIER, "COMPLETED", "TERMINATED", 1, 1);
        state();
        assertStanding(PACK_MAKER, "COMPLETED", "TERMINATED", 4, 4);
        assertStanding(CELL_MAKER, "COMPLETED", "TERMINATED", 2, 2);
    }

    @Test
    void a_new_value_below_moves_every_total_above() {
        state();

        String trace = of(parts, PRECURSOR_SUPPLIER);
        String cfpId = get(PRECURSOR_SUPPLIER, "cfp", "traceIds", trace)
                .get(0)
                .path("cfpId")
                .textValue();
        var changed = cfp(trace, "kilogram", new String[] {"1.3", "0.3", "2"}, new String[] {"0.8", "0", "1.5"});
        changed.forEach(row -> ((ObjectNode) row).put("cfpId", cfpId));
        json(PRECURSOR_SUPPLIER.puts("cfp", changed).put(DATA), 201);

        // 0.1 more in a kilogram of precursor: cathode 1.78; cell 0.9119652 → 0.91197; module 10.99364; pack 1 +
        // 87.94912
        assertRow(
                get(PACK_MAKER, "cfp", "traceIds", of(parts, PACK_MAKER)).get(6),
                "preComponentTotal",
                "88.94912",
                null);
    }

    @Test
    void a_request_that_is_taken_back_takes_its_value_with_it() {
        state();

        JsonNode status = get(PACK_MAKER, "status", "statusTarget", "REQUEST", "traceId", of(bought, PACK_MAKER));
        json(
                PACK_MAKER
                        .puts("status", Supplies.end(status.get(0), "CANCEL", null))
                        .put(DATA),
                201);

        JsonNode pack = get(PACK_MAKER, "cfp", "traceIds", of(parts, PACK_MAKER));
        assertRow(pack.get(6), "preComponentTotal", "1", null);
        assertEquals(
                0, get(PACK_MAKER, "cfp", "traceIds", of(bought, PACK_MAKER)).size());
        assertEquals(
                0,
                get(PACK_MAKER, "status", "traceId", of(bought, PACK_MAKER), "statusTarget", "REQUEST")
                        .size());
    }

    @Test
    void what_is_withheld_is_gone_at_once_all_the_way_up() {
        state();

        json(
                CELL_MAKER
                        .puts("cfpAcl", release(CELL_MAKER, MODULE_MAKER, "TOTALCFP", false))
                        .put(DATA),
                201);

        JsonNode told = get(MODULE_MAKER, "cfp", "traceIds", of(bought, MODULE_MAKER));
        assertTrue(told.at("/0/ghgEmission").isNull());
        assertRow(get(PACK_MAKER, "cfp", "traceIds", of(parts, PACK_MAKER)).get(6), "preComponentTotal", "1.4", null);
        assertStanding(MODULE_MAKER, "NOT_COMPLETED", "TERMINATED", 2, 3);

        json(
                CELL_MAKER
                        .puts("cfpAcl", release(CELL_MAKER, MODULE_MAKER, "TOTALCFP", true))
                        .put(DATA),
                201);
        json(
                CELL_MAKER
                        .puts("cfpAcl", release(CELL_MAKER, MODULE_MAKER, "TOTALDQR", false))
                        .put(DATA),
                201);

        told = get(MODULE_MAKER, "cfp", "traceIds", of(bought, MODULE_MAKER));
        assertEquals("0.85817", told.at("/0/ghgEmission").decimalValue().toPlainString());
        assertTrue(told.at("/0/dqrValue/TeR").isNull());
        JsonNode pack = get(PACK_MAKER, "cfp", "traceIds", of(parts, PACK_MAKER));
        assertRow(pack.get(7), "mainComponentTotal", "337.77376", null);
        assertTrue(pack.get(7).at("/dqrValue/TeR").isNull());
        assertEquals(
                2,
                get(CELL_MAKER, "cfpAcl", "traceId", of(parts, CELL_MAKER))
                        .at("/0/acl")
                        .size());
    }

    @Test
    void only_its_operator_releases_a_part() {
        for (Traders stranger : List.of(PACK_MAKER, MODULE_MAKER)) {
            ObjectNode release = release(CELL_MAKER, MODULE_MAKER, "TOTALCFP", true);
            stranger.puts("cfpAcl", release).put(DATA).then().statusCode(403);
            stranger.puts("cfpAcl", release.put("operatorId", stranger.id().toString()))
                    .put(DATA)
                    .then()
                    .statusCode(400);
            getting(stranger, "cfpAcl", "traceId", of(parts, CELL_MAKER)).then().statusCode(400);
        }
    }

    private ObjectNode release(Traders operator, Traders to, String group, boolean released) {
        ObjectNode release = Supplies.object();
        release.put("operatorId", operator.id().toString())
                .put("releasedToOperatorId", to.id().toString());
        release.put("traceId", of(parts, operator));
        release.putArray("acl").addObject().put("aclItemGroup", group).put("releasedFlag", released);
        return release;
    }

    @Test
    void each_sees_its_neighbours_alone() {
        state();

        for (Traders reader : Traders.values()) {
            String answers = everythingShownTo(reader);
            for (Traders other : Traders.values()) {
                int distance = Math.abs(other.ordinal() - reader.ordinal());
                boolean isOwnOrSuppliers = distance == 0 || other.ordinal() == reader.ordinal() + 1;
                assertEquals(isOwnOrSuppliers, answers.contains(of(parts, other)), reader + " " + other);
                if (distance > 1) {
                    assertFalse(answers.contains(other.id().toString()), reader + " is shown who " + other + " is");
                    assertFalse(answers.contains(other.name()), reader + " is shown the name of " + other);
                }
            }
            secretsFrom(reader)
                    .forEach(secret -> assertFalse(
                            answers.contains(secret), () -> reader + " is shown " + secret + " in " + answers));
        }
    }

    @Test
    void nobody_does_anything_to_what_is_anothers() {
        state();
        String trade = trade(CELL_MAKER);
        String part = of(parts, CATHODE_SUPPLIER);
        for (Traders stranger : List.of(PACK_MAKER, MODULE_MAKER, PRECURSOR_SUPPLIER)) {
            assertEquals(400, linking(stranger, trade, of(parts, stranger)).statusCode(), stranger::name);
            assertEquals(0, get(stranger, "cfp", "traceIds", part).size(), stranger::name);
            assertEquals(0, get(stranger, "parts", "traceId", part).size(), stranger::name);
            getting(stranger, "partsStructure", "traceId", part).then().statusCode(400);
            stranger.calls()
                    .queryParam("dataTarget", "parts")
                    .queryParam("traceId", part)
                    .delete(DATA)
                    .then()
                    .statusCode(400);
            stranger.puts("cfp", cfp(part, "kilogram", NO_EMISSION, NO_EMISSION))
                    .put(DATA)
                    .then()
                    .statusCode(400);
            for (String end : List.of("CANCEL", "REJECT")) {
                JsonNode status = of(requests, CELL_MAKER).path("statusModel");
                stranger.puts("status", Supplies.end(status, end, "x"))
                        .put(DATA)
                        .then()
                        .statusCode(400);
            }
        }
    }

    @Test
    void each_of_the_two_does_what_is_its_to_do() {
        String trade = trade(CELL_MAKER);
        JsonNode status = of(requests, CELL_MAKER).path("statusModel");

        linking(CELL_MAKER, trade, of(parts, CELL_MAKER)).then().statusCode(403);
        CELL_MAKER
                .puts("status", Supplies.end(status, "REJECT", "x"))
                .put(DATA)
                .then()
                .statusCode(403);
        CATHODE_SUPPLIER
                .puts("status", Supplies.end(status, "CANCEL", null))
                .put(DATA)
                .then()
                .statusCode(403);
        linking(CATHODE_SUPPLIER, trade, of(parts, PRECURSOR_SUPPLIER)).then().statusCode(400);
    }

    @Test
    void nothing_is_a_part_of_itself() {
        String plant = newPlant(PRECURSOR_SUPPLIER);
        JsonNode made = json(
                PRECURSOR_SUPPLIER
                        .puts(
                                "partsStructure",
                                structure(
                                        part(PRECURSOR_SUPPLIER, plant, unique("P"), "unit", false),
                                        component(part(PRECURSOR_SUPPLIER, plant, unique("C"), "unit", false), "1")))
                        .put(DATA),
                201);
        ObjectNode child = (ObjectNode) made.at("/childrenPartsModel/0");
        ObjectNode parent = (ObjectNode) made.path("parentPartsModel");
        child.putNull("amountRequired");

        PRECURSOR_SUPPLIER
                .puts("partsStructure", structure(child, component(parent, "1")))
                .put(DATA)
                .then()
                .statusCode(400);

        // through a customer and his supplier: the pack would be in the module that is in the pack
        String plantOfModules = newPlant(MODULE_MAKER);
        String loose = json(
                        MODULE_MAKER
                                .puts(
                                        "partsStructure",
                                        structure(
                                                withoutAmount(
                                                        get(MODULE_MAKER, "parts", "traceId", of(parts, MODULE_MAKER))),
                                                component(
                                                        part(
                                                                MODULE_MAKER,
                                                                plantOfModules,
                                                                unique("Loose"),
                                                                "unit",
                                                                false),
                                                        "1")))
                                .put(DATA),
                        201)
                .at("/childrenPartsModel/0/traceId")
                .textValue();
        JsonNode asked = asked(MODULE_MAKER, loose, PACK_MAKER);
        linking(PACK_MAKER, asked.at("/tradeModel/tradeId").textValue(), of(parts, PACK_MAKER))
                .then()
                .statusCode(400);
    }

    private static ObjectNode withoutAmount(JsonNode parts) {
        return ((ObjectNode) parts.get(0)).putNull("amountRequired");
    }

    @Test
    void units_are_never_converted() {
        String litre = newPart(
                CATHODE_SUPPLIER, part(CATHODE_SUPPLIER, newPlant(CATHODE_SUPPLIER), unique("Litre"), "liter", true));

        linking(CATHODE_SUPPLIER, trade(CELL_MAKER), litre).then().statusCode(400);
        CATHODE_SUPPLIER
                .puts("cfp", cfp(of(parts, CATHODE_SUPPLIER), "liter", NO_EMISSION, NO_EMISSION))
                .put(DATA)
                .then()
                .statusCode(400);
    }

    @Test
    void two_suppliers_who_answer_at_once_are_both_counted() throws Exception {
        String plant = newPlant(PACK_MAKER);
        List<String> names = List.of(unique("A"), unique("B"), unique("C"), unique("D"));
        ObjectNode[] children = names.stream()
                .map(name -> component(part(PACK_MAKER, plant, name, "unit", false), "1"))
                .toArray(ObjectNode[]::new);
        JsonNode made = json(
                PACK_MAKER
                        .puts(
                                "partsStructure",
                                structure(part(PACK_MAKER, plant, unique("Whole"), "unit", false), children))
                        .put(DATA),
                201);
        String whole = made.at("/parentPartsModel/traceId").textValue();
        json(
                PACK_MAKER
                        .puts("cfp", cfp(whole, "unit", NO_EMISSION, NO_EMISSION))
                        .put(DATA),
                201);
        List<Traders> suppliers = List.of(MODULE_MAKER, CELL_MAKER, CATHODE_SUPPLIER, PRECURSOR_SUPPLIER);
        List<Supplier<Response>> answers = new ArrayList<>();
        for (int i = 0; i < suppliers.size(); i++) {
            Traders supplier = suppliers.get(i);
            String own = newPart(supplier, part(supplier, newPlant(supplier), unique("S"), "unit", true));
            JsonNode asked = asked(
                    PACK_MAKER,
                    made.path("childrenPartsModel").get(i).path("traceId").textValue(),
                    supplier);
            linking(supplier, asked.at("/tradeModel/tradeId").textValue(), own)
                    .then()
                    .statusCode(201);
            answers.add(() -> supplier.puts("cfp", cfp(own, "unit", NO_EMISSION, new String[] {"1", "0", "2"}))
                    .put(DATA));
        }

        Together.times(answers.size(), i -> json(answers.get(i).get(), 201));

        assertRow(get(PACK_MAKER, "cfp", "traceIds", whole).get(7), "mainComponentTotal", "4", "2");
    }

    private void make(Traders maker, String name, String unit, String boughtName, String boughtUnit, String amount) {
        String plant = newPlant(maker);
        JsonNode made = json(
                maker.puts(
                                "partsStructure",
                                structure(
                                        part(maker, plant, unique(name), unit, false),
                                        component(part(maker, plant, unique(boughtName), boughtUnit, false), amount)))
                        .put(DATA),
                201);
        parts.put(maker, made.at("/parentPartsModel/traceId").textValue());
        bought.put(maker, made.at("/childrenPartsModel/0/traceId").textValue());
    }

    private void state() {
        state(PRECURSOR_SUPPLIER, "kilogram", new String[] {"1.2", "0.3", "2"}, new String[] {"0.8", "0", "1.5"});
        state(CATHODE_SUPPLIER, "kilogram", new String[] {"0.1", "0", "1"}, new String[] {"2.5", "0.25", "2"});
        state(CELL_MAKER, "unit", NO_EMISSION, new String[] {"0.9", "0.4", "2.5"});
        state(MODULE_MAKER, "unit", new String[] {"0.05", "0", "3"}, new String[] {"1.1", "2.2", "3"});
        state(PACK_MAKER, "unit", new String[] {"0.5", "1", "2"}, new String[] {"4", "10", "2"});
    }

    private void state(Traders maker, String unit, String[] pre, String[] main) {
        json(maker.puts("cfp", cfp(of(parts, maker), unit, pre, main)).put(DATA), 201);
    }

    private String everythingShownTo(Traders reader) {
        StringBuilder shown = new StringBuilder();
        for (String target : List.of("parts", "tradeRequest", "tradeResponse", "status", "notifications")) {
            shown.append(getting(reader, target).asString());
        }
        Set<String> traces = new HashSet<>(List.of(of(parts, reader), bought.getOrDefault(reader, of(parts, reader))));
        for (String trace : traces) {
            shown.append(getting(reader, "partsStructure", "traceId", trace).asString());
        }
        shown.append(getting(reader, "cfp", "traceIds", String.join(",", parts.values()))
                .asString());
        for (String target : List.of("cfp", "dueDiligence", "recycledContent", "batteryPassport")) {
            shown.append(getting(reader, target, "traceIds", String.join(",", bought.values()))
                    .asString());
        }
        return shown.toString().replaceAll("\"notifiedAt\":\"[^\"]*\"", ""); // a second may look like a figure
    }

    /** Amounts of others, and values from beyond a neighbour. */
    private static List<String> secretsFrom(Traders reader) {
        return switch (reader) {
            case PACK_MAKER -> List.of("0.51234", "1.05", "3.13931", "0.85817", "3.59", "1.675");
            case MODULE_MAKER -> List.of("0.51234", "1.05", "3.59", "1.675", "337.77376", "83.78432");
            case CELL_MAKER -> List.of("1.05", "337.77376", "39.87172", "10.29804", "40.97172");
            case CATHODE_SUPPLIER -> List.of("0.51234", "2.23931", "39.87172", "3.13931", "337.77376");
            case PRECURSOR_SUPPLIER -> List.of("0.51234", "1.05", "1.575", "1.09", "3.59", "3.13931", "337.77376");
        };
    }

    private void assertStanding(Traders downstream, String response, String tree, int completed, int trades) {
        JsonNode standing = get(downstream, "status", "statusTarget", "REQUEST", "traceId", of(bought, downstream))
                .get(0)
                .path("requestStatus");
        assertEquals(response, standing.path("cfpResponseStatus").textValue());
        assertEquals(tree, standing.path("tradeTreeStatus").textValue());
        assertEquals(completed, standing.path("completedCount").intValue());
        assertEquals(trades, standing.path("tradesCount").intValue());
    }

    private static void assertRow(JsonNode row, String type, String emission, @Nullable String dqr) {
        assertEquals(type, row.path("cfpType").textValue());
        assertEquals(emission, row.path("ghgEmission").decimalValue().toPlainString(), type);
        if (dqr != null) {
            assertEquals(dqr, row.at("/dqrValue/TeR").decimalValue().toPlainString(), type);
        }
    }

    private String trade(Traders downstream) {
        return of(requests, downstream).at("/tradeModel/tradeId").textValue();
    }

    private static <T> T of(Map<Traders, T> map, Traders trader) {
        T value = map.get(trader);
        assertTrue(value != null, trader::name);
        return value;
    }

    private static String unique(String name) {
        return name + " " + UUID.randomUUID().toString().substring(0, 8);
    }
}
