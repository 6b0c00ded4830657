package dev.denchi.api;

import static dev.denchi.api.Supplies.DATA;
import static dev.denchi.api.Supplies.asked;
import static dev.denchi.api.Supplies.cfp;
import static dev.denchi.api.Supplies.get;
import static dev.denchi.api.Supplies.getting;
import static dev.denchi.api.Supplies.json;
import static dev.denchi.api.Supplies.linking;
import static dev.denchi.api.Supplies.newPart;
import static dev.denchi.api.Supplies.newPlant;
import static dev.denchi.api.Supplies.object;
import static dev.denchi.api.Supplies.part;
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
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each of the two of a request is told what the other one did: to be polled, and on a Kafka topic of its own. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class NotificationTest {
    private static final String[] NONE = {"0", "0", "0"};

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private String bought = "";
    private String made = "";
    private JsonNode request = object();

    @BeforeEach
    void the_cell_maker_asks_the_cathode_supplier() {
        bought = newPart(CELL_MAKER, part(CELL_MAKER, newPlant(CELL_MAKER), unique("Cathode"), "kilogram", false));
        made = newPart(
                CATHODE_SUPPLIER,
                part(CATHODE_SUPPLIER, newPlant(CATHODE_SUPPLIER), unique("Cathode"), "kilogram", true));
        request = asked(CELL_MAKER, bought, CATHODE_SUPPLIER);
    }

    @Test
    void a_request_is_told_to_the_one_asked_with_the_names_of_abtc() {
        JsonNode told = of(CATHODE_SUPPLIER).get(0);

        assertEquals("REQUEST_NEW", told.path("notificationType").textValue());
        assertEquals(
                CELL_MAKER.id().toString(), told.path("notifiedFromOperatorId").textValue());
        ObjectNode relation = object();
        relation.set("tradeId", request.at("/tradeModel/tradeId"));
        relation.set("requestId", request.at("/statusModel/statusId"));
        relation.put("downstreamOperatorId", CELL_MAKER.id().toString());
        relation.put("upstreamOperatorId", CATHODE_SUPPLIER.id().toString());
        relation.put("downstreamTraceId", bought);
        assertEquals(relation, told.path("tradeRelation"));
        OuranosApiTest.assertAsTheContractSays("get", "notifications", getting(CATHODE_SUPPLIER, "notifications"));
        OuranosApiTest.assertAsTheContractSays(
                "get", "notifications", getting(CATHODE_SUPPLIER, "notifications", "limit", "1"));
        assertTrue(told.path("notifiedAt").textValue().endsWith("Z"));
        assertEquals(List.of(), types(CELL_MAKER));
    }

    @Test
    void an_end_is_told_to_the_other_one_and_a_new_beginning_too() {
        end(CATHODE_SUPPLIER, "REJECT", "回答単位が異なるため");
        assertEquals(List.of("REQUEST_REJECTED"), types(CELL_MAKER));

        ObjectNode again = Supplies.request(CELL_MAKER, bought, CATHODE_SUPPLIER);
        ((ObjectNode) again.path("tradeModel")).set("tradeId", request.at("/tradeModel/tradeId"));
        ((ObjectNode) again.path("statusModel")).set("statusId", request.at("/statusModel/statusId"));
        ((ObjectNode) again.path("statusModel")).set("tradeId", request.at("/tradeModel/tradeId"));
        json(CELL_MAKER.puts("tradeRequest", again).put(DATA), 201);
        json(CELL_MAKER.puts("tradeRequest", again).put(DATA), 201); // changes nothing that was not told
        assertEquals(List.of("REQUEST_NEW", "REQUEST_NEW"), types(CATHODE_SUPPLIER));

        end(CELL_MAKER, "CANCEL", null);
        assertEquals(List.of("REQUEST_CANCELED", "REQUEST_NEW", "REQUEST_NEW"), types(CATHODE_SUPPLIER));
    }

    @Test
    void a_footprint_is_told_once_as_an_answer_and_then_whenever_it_is_another() {
        link();
        state("2.5");
        assertEquals(List.of("CFP_RESPONSED"), types(CELL_MAKER));
        assertEquals(
                made, of(CELL_MAKER).get(0).at("/tradeRelation/upstreamTraceId").textValue());

        state("2.5");
        assertEquals(List.of("CFP_RESPONSED"), types(CELL_MAKER), "the same again is no news");
        state("2.6");
        release(false);
        release(true);
        assertEquals(List.of("CFP_UPDATED", "CFP_UPDATED", "CFP_UPDATED", "CFP_RESPONSED"), types(CELL_MAKER));
    }

    @Test
    void nothing_is_told_before_it_is_released() {
        link();
        release(false);
        state("2.5");
        assertEquals(List.of(), types(CELL_MAKER));
        release(true);
        assertEquals(List.of("CFP_RESPONSED"), types(CELL_MAKER));
    }

    @Test
    void what_follows_from_a_suppliers_supplier_is_told_at_each_border_and_not_beyond() {
        String precursor = bought(CATHODE_SUPPLIER, made, "Precursor");
        JsonNode upstream = asked(CATHODE_SUPPLIER, precursor, PRECURSOR_SUPPLIER);
        String own = newPart(
                PRECURSOR_SUPPLIER,
                part(PRECURSOR_SUPPLIER, newPlant(PRECURSOR_SUPPLIER), unique("P"), "kilogram", true));
        linking(PRECURSOR_SUPPLIER, upstream.at("/tradeModel/tradeId").textValue(), own)
                .then()
                .statusCode(201);
        link();
        state("2.5");

        json(
                PRECURSOR_SUPPLIER
                        .puts("cfp", cfp(own, "kilogram", NONE, new String[] {"0.75", "0", "2"}))
                        .put(DATA),
                201);

        assertEquals(List.of("CFP_UPDATED", "CFP_RESPONSED"), types(CELL_MAKER));
        String shown = getting(CELL_MAKER, "notifications").asString();
        for (String secret : List.of(
                PRECURSOR_SUPPLIER.id().toString(),
                own,
                precursor,
                upstream.at("/tradeModel/tradeId").textValue())) {
            assertFalse(shown.contains(secret), secret);
        }
    }

    @Test
    void a_reply_is_told_and_read_with_the_request() {
        for (int i = 0; i < 2; i++) { // said again, it is no news
            json(CATHODE_SUPPLIER.puts("replyMessages", reply("来週お送りします。")).put(DATA), 201);
        }

        assertEquals(List.of("REPLY_MESSAGE_REGISTERED"), types(CELL_MAKER));
        assertEquals("来週お送りします。", repliedTo().path("replyMessage").textValue());
        assertEquals(
                "NOT_COMPLETED",
                repliedTo().at("/requestStatus/cfpResponseStatus").textValue());

        Response taken = CATHODE_SUPPLIER.puts("replyMessages", reply("")).put(DATA);
        assertEquals(request.at("/statusModel/statusId"), json(taken, 201).path("requestId"));
        OuranosApiTest.assertAsTheContractSays("put", "replyMessages", taken);
        assertTrue(repliedTo().path("replyMessage").isNull());
        end(CELL_MAKER, "CANCEL", null);
        CATHODE_SUPPLIER.puts("replyMessages", reply("x")).put(DATA).then().statusCode(400);
    }

    @Test
    void only_the_one_asked_replies() {
        for (Traders other : List.of(CELL_MAKER, MODULE_MAKER)) {
            ObjectNode reply = reply("x");
            other.puts("replyMessages", reply).put(DATA).then().statusCode(403);
            other.puts("replyMessages", reply.put("operatorId", other.id().toString()))
                    .put(DATA)
                    .then()
                    .statusCode(other == CELL_MAKER ? 403 : 400);
        }
        CATHODE_SUPPLIER
                .puts("replyMessages", reply("x".repeat(1001)).putNull("requestId"))
                .put(DATA)
                .then()
                .statusCode(400);
        assertTrue(repliedTo().path("replyMessage").isNull());
        assertEquals(List.of(), types(CELL_MAKER));
    }

    @Test
    void the_list_is_read_page_by_page_and_by_day() {
        link();
        for (String value : List.of("1", "2", "3", "4")) {
            state(value);
        }
        List<String> ids = ids(get(CELL_MAKER, "notifications", "limit", "4"));
        Response first = getting(CELL_MAKER, "notifications", "limit", "3");
        JsonNode page = json(first, 200);
        assertEquals(ids.subList(0, 3), ids(page));
        assertEquals(ids.get(3), page.path("next").textValue());
        assertTrue(
                first.header("Link")
                        .endsWith("?dataTarget=notifications&limit=3&after=" + ids.get(3) + ">; rel=\"next\""),
                first.header("Link"));
        JsonNode second = get(CELL_MAKER, "notifications", "limit", "1", "after", ids.get(3));
        assertEquals(ids.subList(3, 4), ids(second));

        String today = LocalDate.now(ZoneOffset.UTC).toString();
        String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
        String days = get(CELL_MAKER, "notifications", "notifiedAtFrom", today, "notifiedAtTo", tomorrow)
                .toString();
        assertTrue(days.contains(ids.get(0)));
        assertEquals(List.of(), ids(get(CELL_MAKER, "notifications", "notifiedAtFrom", "2099-01-01")));
        assertEquals(List.of(), ids(get(CELL_MAKER, "notifications", "notifiedAtTo", "2020-01-01")));
    }

    @Test
    void what_another_was_told_is_nobodys_to_ask_for() {
        String told = ids(get(CATHODE_SUPPLIER, "notifications", "limit", "1")).get(0);

        assertFalse(getting(MODULE_MAKER, "notifications").asString().contains(trade()));
        getting(CELL_MAKER, "notifications", "after", told).then().statusCode(400);
        getting(CELL_MAKER, "notifications", "operatorId", CATHODE_SUPPLIER.id().toString())
                .then()
                .statusCode(403);
        getting(CELL_MAKER, "notifications", "operatorId", CELL_MAKER.id().toString())
                .then()
                .statusCode(200);
        for (String[] wrong : new String[][] {
            {"limit", "101"}, {"after", "x"}, {"notifiedAtFrom", "2026-13-01"}, {"notifiedAtTo", "+99999-01-01"}
        }) {
            getting(CELL_MAKER, "notifications", wrong).then().statusCode(400);
        }
    }

    @Test
    void a_refused_request_tells_nothing() {
        CELL_MAKER
                .puts("tradeRequest", Supplies.request(CELL_MAKER, bought, CATHODE_SUPPLIER))
                .put(DATA)
                .then()
                .statusCode(400);

        assertEquals(List.of("REQUEST_NEW"), types(CATHODE_SUPPLIER));
        assertEquals(1, events(CATHODE_SUPPLIER, 1).size());
    }

    @Test
    void the_same_is_an_event_on_the_addressees_topic_as_the_contract_says() {
        link();
        state("2.5");
        JsonNode polled = of(CELL_MAKER).get(0);

        LifecycleEvents.Event event = events(CELL_MAKER, 1).get(0);
        ObjectNode contract = Examples.of("events/notification-cfp-responsed");
        Map<String, String> headers = event.headers();
        assertEquals(members(contract.path("headers")), new TreeSet<>(headers.keySet()));
        assertEquals(polled, event.payload());
        for (String same : List.of("ce_specversion", "ce_source", "ce_type", "ce_dataschema", "content-type")) {
            assertEquals(contract.at("/headers/" + same).textValue(), headers.get(same));
        }
        assertEquals(polled.path("notificationId").textValue(), headers.get("ce_id"));
        assertEquals(subject(), headers.get("ce_subject"));
        assertEquals(subject(), headers.get("ce_partitionkey"));
        assertEquals(
                Instant.parse(polled.path("notifiedAt").textValue()),
                Instant.parse(headers.getOrDefault("ce_time", "")));
        assertFalse(event.toString().contains("2.5"), "no value leaves by an event");
    }

    @Test
    void no_other_topic_has_it() {
        String module = newPart(PACK_MAKER, part(PACK_MAKER, newPlant(PACK_MAKER), unique("Module"), "unit", false));
        JsonNode other = asked(PACK_MAKER, module, MODULE_MAKER);
        String told = "urn:denchi:trade:" + other.at("/tradeModel/tradeId").textValue();

        assertEquals(1, LifecycleEvents.on(topic(MODULE_MAKER), kafka, told, 1).size());
        assertEquals(List.of(), events(MODULE_MAKER, 0));
        assertEquals(1, events(CATHODE_SUPPLIER, 1).size());
        assertEquals(List.of(), LifecycleEvents.of(kafka, subject(), 0));
    }

    @Test
    void each_topic_has_what_its_operator_was_told_in_the_order_in_which_it_happened() {
        link();
        state("2.5");
        state("2.6");
        end(CELL_MAKER, "CANCEL", null);

        assertEquals(List.of("CFP_RESPONSED", "CFP_UPDATED"), typesOf(events(CELL_MAKER, 2)));
        assertEquals(List.of("REQUEST_NEW", "REQUEST_CANCELED"), typesOf(events(CATHODE_SUPPLIER, 2)));
    }

    private List<LifecycleEvents.Event> events(Traders trader, int count) {
        return LifecycleEvents.on(topic(trader), kafka, subject(), count);
    }

    private static String topic(Traders trader) {
        return "denchi.notifications." + trader.person().operator();
    }

    private static List<String> typesOf(List<LifecycleEvents.Event> events) {
        return events.stream()
                .map(event -> event.payload().path("notificationType").asText())
                .toList();
    }

    private void link() {
        linking(CATHODE_SUPPLIER, trade(), made).then().statusCode(201);
    }

    private void state(String main) {
        var rows = cfp(made, "kilogram", NONE, new String[] {main, "0", "2"});
        JsonNode before = get(CATHODE_SUPPLIER, "cfp", "traceIds", made);
        rows.forEach(
                row -> ((ObjectNode) row).set("cfpId", before.at("/0/cfpId").deepCopy()));
        if (before.isEmpty()) {
            rows.forEach(row -> ((ObjectNode) row).putNull("cfpId"));
        }
        json(CATHODE_SUPPLIER.puts("cfp", rows).put(DATA), 201);
    }

    private void release(boolean released) {
        ObjectNode release = object();
        release.put("operatorId", CATHODE_SUPPLIER.id().toString())
                .put("releasedToOperatorId", CELL_MAKER.id().toString())
                .put("traceId", made);
        var acl = release.putArray("acl");
        acl.addObject().put("aclItemGroup", "TOTALCFP").put("releasedFlag", released);
        acl.addObject().put("aclItemGroup", "TOTALDQR").put("releasedFlag", released);
        json(CATHODE_SUPPLIER.puts("cfpAcl", release).put(DATA), 201);
    }

    private void end(Traders trader, String end, @Nullable String reply) {
        json(
                trader.puts("status", Supplies.end(request.path("statusModel"), end, reply))
                        .put(DATA),
                201);
    }

    private ObjectNode reply(String message) {
        ObjectNode reply = object();
        reply.put("operatorId", CATHODE_SUPPLIER.id().toString());
        reply.set("requestId", request.at("/statusModel/statusId"));
        return reply.put("replyMessage", message);
    }

    private JsonNode repliedTo() {
        return get(CELL_MAKER, "status", "statusTarget", "REQUEST", "traceId", bought)
                .get(0);
    }

    /** A part that is put into another. */
    private static String bought(Traders trader, String whole, String name) {
        ObjectNode parent = (ObjectNode) get(trader, "parts", "traceId", whole).get(0);
        ObjectNode child = part(trader, parent.path("plantId").textValue(), unique(name), "kilogram", false);
        JsonNode kept = json(
                trader.puts("partsStructure", Supplies.structure(parent, Supplies.component(child, "1.05")))
                        .put(DATA),
                201);
        return kept.at("/childrenPartsModel/0/traceId").textValue();
    }

    private String trade() {
        return request.at("/tradeModel/tradeId").textValue();
    }

    private String subject() {
        return "urn:denchi:trade:" + trade();
    }

    /** What a trader was told of the request of this test, the newest first. */
    private List<JsonNode> of(Traders trader) {
        List<JsonNode> told = new ArrayList<>();
        get(trader, "notifications").path("notifications").forEach(each -> {
            if (each.at("/tradeRelation/tradeId").textValue().equals(trade())) {
                told.add(each);
            }
        });
        return told;
    }

    private List<String> types(Traders trader) {
        return of(trader).stream()
                .map(each -> each.path("notificationType").textValue())
                .toList();
    }

    private static List<String> ids(JsonNode page) {
        return page.findValuesAsText("notificationId");
    }

    private static TreeSet<String> members(JsonNode object) {
        TreeSet<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String unique(String name) {
        return name + " " + UUID.randomUUID().toString().substring(0, 8);
    }
}
