package dev.denchi.api;

import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Calls.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.format.StrictJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class EventTest {
    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void tells_of_a_passport_as_the_contract_says() {
        Calls.postModel("EVENT-PASSPORT");
        ObjectNode battery = Examples.newBattery("EVENT-PASSPORT");
        Response receipt = post("battery", battery);
        Response next =
                put(receipt.path("links.self"), receipt.header("ETag"), battery.put("batchNumber", "MZ-2026-W46"));
        next.then().statusCode(200);

        List<LifecycleEvents.Event> events = LifecycleEvents.of(kafka, receipt.path("subject"), 2);
        assertAsTheContractSays("passport-issued", receipt, events.get(0));
        assertAsTheContractSays("passport-superseded", next, events.get(1));
        assertEquals(battery.get("productIdentifier"), events.get(0).payload().get("productIdentifier"));
    }

    @Test
    void tells_of_other_records_as_the_contract_says() {
        ObjectNode model = Examples.ofModel("battery-model", "EVENT-RECORD");
        Response receipt = post("battery-model", model);
        Response next = put(receipt.path("links.self"), receipt.header("ETag"), model.put("warrantyPeriod", "P9Y"));

        List<LifecycleEvents.Event> events = LifecycleEvents.of(kafka, receipt.path("subject"), 2);
        assertAsTheContractSays("record-issued", receipt, events.get(0));
        assertAsTheContractSays("record-superseded", next, events.get(1));
    }

    @Test
    void keeps_the_order_of_versions() {
        ObjectNode model = Examples.ofModel("battery-model", "EVENT-ORDER");
        Response current = post("battery-model", model);
        String subject = current.path("subject");
        for (int version = 2; version <= 5; version++) {
            current = put(
                    current.path("links.self"),
                    current.header("ETag"),
                    model.put("warrantyPeriod", "P" + version + "Y"));
        }
        List<LifecycleEvents.Event> events = LifecycleEvents.of(kafka, subject, 5);

        assertEquals(
                List.of("0000000001", "0000000002", "0000000003", "0000000004", "0000000005"),
                events.stream().map(event -> event.headers().get("ce_sequence")).toList());
        assertEquals(
                1,
                events.stream().map(LifecycleEvents.Event::partition).distinct().count());
    }

    @Test
    void tells_nothing_that_is_not_for_everyone() {
        Calls.postModel("EVENT-SECRET");
        Response receipt = post("battery", Examples.newBattery("EVENT-SECRET"));
        String text = LifecycleEvents.of(kafka, receipt.path("subject"), 1).toString();
        for (String restricted : List.of("original", "2026-11-22", "batteryStatus", "puttingIntoService")) {
            assertFalse(text.contains(restricted), () -> restricted + " is in " + text);
        }
        String content = LifecycleEvents.of(
                        kafka, "urn:denchi:recycled-content:sakura-cells:EVENT-SECRET:GLN:4912345000026:2026", 1)
                .toString();
        assertFalse(content.contains("9.690") || content.contains("massInActiveMaterials"), content);
    }

    @Test
    void tells_of_lots_as_the_contract_says_and_not_whose_they_are() {
        ObjectNode lot = ProvenanceChain.record("event-", "NS-26-0412");
        Response receipt = ProvenanceChain.send(People.REFINER, "lot", lot);
        Response next = LotTest.put(People.REFINER, receipt, lot.put("tradeName", "Nickel sulphate"));
        next.then().statusCode(200);
        String subject = "urn:denchi:record:" + receipt.path("recordId");

        List<LifecycleEvents.Event> events = LifecycleEvents.of(kafka, subject, 2);
        for (int i = 0; i < 2; i++) {
            ObjectNode contract = Examples.of(i == 0 ? "events/lot-issued" : "events/lot-superseded");
            LifecycleEvents.Event event = events.get(i);
            assertEquals(
                    members(contract.get("headers")),
                    new TreeSet<>(event.headers().keySet()));
            assertEquals(members(contract.get("payload")), members(event.payload()));
            assertEquals(
                    contract.at("/headers/ce_type").textValue(), event.headers().get("ce_type"));
            assertEquals("urn:denchi:lots", event.headers().get("ce_source"));
            assertEquals(subject, event.payload().path("subject").textValue());
        }
        assertEquals(next.path("sha256"), events.get(1).payload().path("sha256").textValue());
    }

    private static void assertAsTheContractSays(String example, Response receipt, LifecycleEvents.Event event) {
        ObjectNode contract = Examples.of("events/" + example);
        Map<String, String> headers = event.headers();
        String subject = receipt.path("subject");
        int version = receipt.path("version");

        assertEquals(members(contract.get("headers")), new TreeSet<>(headers.keySet()));
        for (String same : List.of("ce_specversion", "ce_source", "ce_type", "ce_dataschema", "content-type")) {
            assertEquals(contract.at("/headers/" + same).textValue(), headers.get(same));
        }
        assertEquals(receipt.path("recordId") + "/" + version, headers.get("ce_id"));
        assertEquals(
                List.of(subject, subject, subject),
                List.of(
                        event.key(),
                        headers.getOrDefault("ce_subject", ""),
                        headers.getOrDefault("ce_partitionkey", "")));
        assertEquals(
                OffsetDateTime.parse(receipt.path("issuedAt")),
                OffsetDateTime.parse(headers.getOrDefault("ce_time", "")));

        assertEquals(members(contract.get("payload")), members(event.payload()));
        JsonNode told = StrictJson.read(receipt.asByteArray());
        for (String same : List.of("recordId", "kind", "subject", "version", "sha256")) {
            assertEquals(told.get(same), event.payload().get(same));
        }
        assertEquals(told.get("previousSha256"), event.payload().get("previousSha256"));
        assertNotNull(event.payload().get("recordTime"));
    }

    private static Set<String> members(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
