package dev.denchi.api;

import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Refusals.refused;
import static dev.denchi.api.Uploads.newKey;
import static dev.denchi.api.Uploads.results;
import static dev.denchi.api.Uploads.upload;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class BulkTest {
    private String model = "";

    @Inject
    Store store;

    @BeforeEach
    void postModel() {
        model = "BULK-" + UUID.randomUUID();
        Calls.postModel(model);
    }

    @Test
    void keeps_a_record_of_every_line_and_tells_of_each() {
        List<String> lines = Uploads.batteries(model, 1500);
        long before = store.records();

        Response answer = upload(newKey(), lines);

        requireCounts(answer, 1500, 0, 0).then().body("state", equalTo("finished"));
        assertEquals(before + 1500, store.records());
        List<JsonNode> first = results(answer, "?limit=1000");
        List<JsonNode> second = results(answer, "?limit=1000&after=1000");
        assertEquals(
                LongStream.rangeClosed(1, 1500).boxed().toList(),
                Stream.of(first, second)
                        .flatMap(List::stream)
                        .map(line -> line.path("line").asLong())
                        .toList());
        as(People.CELL_MAKER)
                .get("/v1/records/" + first.get(7).path("recordId").asText())
                .then()
                .statusCode(200)
                .body("content.serialNumber", equalTo(serialOf(lines.get(7))));
    }

    @Test
    void goes_on_after_a_broken_connection_where_it_ended() throws IOException {
        List<String> lines = Uploads.batteries(model, 2000);
        byte[] all = Uploads.ndjson(lines);
        String key = newKey();
        long before = store.records();

        Uploads.cut(RestAssured.baseURI + ":" + RestAssured.port, key, all.length, Arrays.copyOf(all, all.length / 2));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Uploads.progress(key).then().body("items[0].state", equalTo("interrupted")));
        long kept = store.records() - before;
        Response again = upload(key, lines);

        assertTrue(kept >= 900 && kept <= 1000, () -> kept + " lines were kept of about 1000");
        requireCounts(again, 2000 - (int) kept, (int) kept, 0).then().body("sending", equalTo(2));
        assertEquals(before + 2000, store.records());
        requireCounts(upload(key, lines), 0, 2000, 0);
        assertEquals(before + 2000, store.records());
    }

    @Test
    void shows_how_far_it_is_while_it_runs_and_lets_the_newest_sending_go_on() throws IOException {
        List<String> lines = Uploads.batteries(model, 300);
        byte[] all = Uploads.ndjson(lines);
        String key = newKey();
        long before = store.records();

        try (Socket hanging = Uploads.open(RestAssured.baseURI + ":" + RestAssured.port, key, 2L * all.length)) {
            hanging.getOutputStream().write(all, 0, all.length / 2);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Uploads.progress(key).<Integer>path("items[0].received") >= 128);
            Uploads.progress(key).then().body("items", hasSize(1)).body("items[0].state", equalTo("running"));
            Response again = upload(key, lines);
            hanging.getOutputStream().write(all, all.length / 2, all.length - all.length / 2);
            hanging.getOutputStream().write(all);
            String told = new String(hanging.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            again.then().statusCode(200).body("received", equalTo(300)).body("refused", equalTo(0));
            assertEquals("HTTP/1.1 409", told);
        }
        assertEquals(before + 300, store.records());
        Uploads.progress(key)
                .then()
                .body("items[0].state", equalTo("finished"))
                .body("items[0].received", equalTo(300));
    }

    @Test
    void refuses_more_uploads_at_once_than_an_operator_may_have() throws IOException {
        List<String> keys = Stream.generate(Uploads::newKey).limit(4).toList();
        byte[] line = Uploads.ndjson(Uploads.batteries(model, 1));
        List<Socket> hanging = new ArrayList<>();
        try {
            for (String key : keys) {
                hanging.add(Uploads.open(RestAssured.baseURI + ":" + RestAssured.port, key, 2L * line.length));
                await().until(() -> Uploads.progress(key).path("items.size()").equals(1));
            }

            refused(Uploads.upload(Uploads.newKey(), Uploads.batteries(model, 1)), 429, "too-many-uploads")
                    .then()
                    .header("Retry-After", "30");

            Uploads.upload(keys.get(0), Uploads.batteries(model, 1)).then().statusCode(200);
            Uploads.upload(People.OTHER_MAKER, Uploads.newKey(), "battery", line)
                    .then()
                    .statusCode(200);
        } finally {
            for (Socket socket : hanging) {
                socket.close();
            }
        }
        await().untilAsserted(() -> Uploads.upload(Uploads.newKey(), Uploads.batteries(model, 1))
                .then()
                .statusCode(200));
    }

    @Test
    void refuses_a_broken_line_and_keeps_the_others() {
        String good = Examples.newBattery(model).toString();
        String foreign = Examples.newBattery("NOBODYS").toString();
        var incomplete = Examples.newBattery(model);
        incomplete.remove("manufacturingDate");
        byte[] body = joined(
                "\uFEFF" + good + "\r\n", // 1: a byte order mark, CR LF
                "\n", // 2: empty
                "{\"a\": \n", // 3: no JSON
                incomplete + "\n", // 4
                foreign + "\n", // 5
                "{\"\0\": 1}\n", // 6
                "{" + " ".repeat(1 << 20) + "}\n", // 7: longer than 1 MiB
                "\u00ff", // 8: made no UTF-8 below
                "\n" + good + "\n", // 9: the same again
                Examples.newBattery(model).toString()); // 10: not ended
        body[indexOf(body, (byte) 0xC3)] = (byte) 0xFF;

        Response answer = upload(People.CELL_MAKER, newKey(), "battery", body);

        requireCounts(answer, 2, 1, 6);
        List<JsonNode> refused = results(answer, "?status=refused");
        assertEquals(
                List.of("3 400", "4 422", "5 422", "6 400", "7 413", "8 400"),
                refused.stream()
                        .map(line -> line.path("line").asText() + " "
                                + line.at("/problem/status").asText())
                        .toList());
        assertEquals(
                "/manufacturingDate",
                refused.get(1).at("/problem/violations/0/pointer").asText());
        assertEquals(
                "model-is-known",
                refused.get(2).at("/problem/violations/0/rule").asText());
    }

    @Test
    void keeps_a_line_that_was_corrected_when_the_upload_is_sent_again() {
        String key = newKey();
        List<String> lines = new ArrayList<>(Uploads.batteries(model, 5));
        String right = lines.set(2, "{}");
        requireCounts(upload(key, lines), 4, 0, 1);
        lines.set(2, right);

        Response again = upload(key, lines);

        requireCounts(again, 1, 4, 0);
        assertEquals(List.of(), results(again, "?status=refused"));
    }

    @Test
    void forgets_the_lines_that_a_shorter_file_has_no_longer() {
        String key = newKey();
        List<String> lines = Uploads.batteries(model, 5);
        upload(key, lines);

        assertEquals(3, results(upload(key, lines.subList(0, 3)), "").size());
    }

    @Test
    void stops_when_ten_thousand_lines_were_refused() {
        String key = newKey();
        Response answer = store.unchangedBy(
                () -> upload(key, Stream.generate(() -> "no json").limit(20_000).toList()));

        refused(answer, 422, "upload-stopped");
        Response progress = Uploads.progress(key);
        progress.then().body("items[0].state", equalTo("stopped"));
        assertEquals(
                1000,
                Uploads.resultsAt(progress.<String>path("items[0].links.results"))
                        .size());
    }

    @Test
    void stops_at_a_line_without_end() {
        byte[] endless = new byte[20 << 20];
        refused(
                store.unchangedBy(() -> upload(People.CELL_MAKER, newKey(), "battery", endless)),
                413,
                "body-too-large");
    }

    @Test
    void takes_every_kind_of_record() {
        for (String kind : List.of("battery-model", "carbon-footprint", "recycled-content")) {
            byte[] line =
                    Uploads.ndjson(List.of(Examples.ofModel(kind, "BULK-KINDS").toString()));
            requireCounts(upload(People.CELL_MAKER, newKey(), kind, line), 1, 0, 0);
        }
    }

    @Test
    void refuses_an_upload_without_a_key_or_with_the_key_of_another_kind() {
        String key = newKey();
        byte[] line = Uploads.ndjson(Uploads.batteries(model, 1));
        upload(People.CELL_MAKER, key, "battery", line).then().statusCode(200);

        refused(
                store.unchangedBy(() -> upload(People.CELL_MAKER, key, "battery-model", line)),
                422,
                "idempotency-key-reused");
        refused(
                store.unchangedBy(() -> as(People.CELL_MAKER)
                        .header("Content-Type", "application/x-ndjson")
                        .body(line)
                        .post("/v1/records/battery/bulk")),
                400,
                "malformed-request");
        refused(store.unchangedBy(() -> upload(People.CELL_MAKER, newKey(), "toaster", line)), 404, "not-found");
    }

    @Test
    void refuses_a_packed_body_and_other_media_types() {
        byte[] line = Uploads.ndjson(Uploads.batteries(model, 1));
        refused(
                store.unchangedBy(() -> as(People.CELL_MAKER)
                        .header("Idempotency-Key", newKey())
                        .header("Content-Type", "application/x-ndjson")
                        .header("Content-Encoding", "gzip")
                        .body(line)
                        .post("/v1/records/battery/bulk")),
                415,
                "unsupported-media-type");
        refused(
                store.unchangedBy(() -> as(People.CELL_MAKER)
                        .header("Idempotency-Key", newKey())
                        .header("Content-Type", "application/json")
                        .body(line)
                        .post("/v1/records/battery/bulk")),
                415,
                "unsupported-media-type");
    }

    @Test
    void refuses_other_callers() {
        byte[] line = Uploads.ndjson(Uploads.batteries(model, 1));
        for (People person : List.of(People.MARKET_SURVEILLANCE, People.CONNECTOR)) {
            refused(store.unchangedBy(() -> upload(person, newKey(), "battery", line)), 403, "forbidden");
        }
        String key = newKey();
        Response mine = upload(People.CELL_MAKER, key, "battery", line);
        for (String address : List.of(mine.<String>path("links.self"), mine.<String>path("links.results"))) {
            refused(as(People.OTHER_MAKER).get(address), 404, "not-found");
            refused(as(People.MARKET_SURVEILLANCE).get(address), 403, "forbidden");
            refused(Calls.anyone().get(address), 401, "unauthenticated");
        }
        as(People.OTHER_MAKER)
                .queryParam("idempotencyKey", key)
                .get("/v1/bulk")
                .then()
                .body("items", hasSize(0));
        refused(as(People.MARKET_SURVEILLANCE).get("/v1/bulk"), 403, "forbidden");
        // another operator's batteries of this model are refused line by line, and its keys are its own
        Response theirs = upload(People.OTHER_MAKER, key, "battery", line);
        theirs.then().statusCode(200).body("sending", equalTo(1)).body("refused", equalTo(1));
    }

    @Test
    void refuses_identifiers_and_numbers_that_are_not_of_their_form() {
        String nobodys = "/v1/bulk/" + UUID.randomUUID();
        refused(as(People.CELL_MAKER).get("/v1/bulk/1"), 400, "malformed-request");
        refused(as(People.CELL_MAKER).get(nobodys), 404, "not-found");
        for (String query : List.of("limit=0", "limit=10001", "after=-1", "after=x", "status=good")) {
            refused(as(People.CELL_MAKER).get(nobodys + "/results?" + query), 400, "malformed-request");
        }
    }

    private static Response requireCounts(Response answer, int accepted, int repeated, int refused) {
        answer.then().statusCode(200);
        assertEquals(
                List.of(accepted, repeated, refused),
                List.of(answer.path("accepted"), answer.path("repeated"), answer.path("refused")),
                answer::asString);
        return answer;
    }

    private static String serialOf(String battery) {
        return dev.denchi.model.format.StrictJson.read(battery)
                .path("serialNumber")
                .asText();
    }

    private static byte[] joined(String... parts) {
        return String.join("", parts).getBytes(StandardCharsets.UTF_8);
    }

    private static int indexOf(byte[] bytes, byte sought) {
        int i = 0;
        while (bytes[i] != sought) {
            i++;
        }
        return i;
    }
}
