package dev.denchi.api;

import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class BulkCsvTest {
    private static final String HEADER = "serialNumber,batchNumber,manufacturingDate";

    private final JsonNode battery = Examples.of("ev-nmc/battery");
    private final String prefix = UUID.randomUUID().toString().substring(0, 13);
    private String model = "";

    @Inject
    Store store;

    @BeforeEach
    void postModel() {
        model = "CSV-" + UUID.randomUUID();
        Calls.postModel(model);
    }

    @Test
    void makes_a_battery_of_each_row_and_of_what_all_rows_share() {
        Response answer = upload("\uFEFF%s\r\n%s-1,MZ-2026-W46,2026-11-09\r\n\"%s-2\",,2026-11-10\r\n"
                .formatted(HEADER, prefix, prefix));

        answer.then().statusCode(200).body("accepted", equalTo(2));
        List<JsonNode> lines = Uploads.results(answer, "");
        assertEquals(2, lines.get(0).path("line").asInt());
        as(People.CELL_MAKER)
                .get("/v1/records/" + lines.get(1).path("recordId").asText())
                .then()
                .body("content.serialNumber", equalTo(prefix + "-2"))
                .body("content.batchNumber", equalTo(null))
                .body("content.manufacturingDate", equalTo("2026-11-10"))
                .body("content.modelId", equalTo(model))
                .body("content.facility.name", equalTo("Sakura Cells Maizuru plant"))
                .body("content.productIdentifier", equalTo(product("-2")));
    }

    @Test
    void gives_a_row_the_same_passport_identifier_each_time() {
        String row = HEADER + "\n" + prefix + "-1,MZ-2026-W46,2026-11-09\n";
        Response first = upload(row);
        Response second = store.unchangedBy(() -> uploadUnder(first.path("idempotencyKey"), row));

        second.then().statusCode(200).body("repeated", equalTo(1));
        assertEquals(recordOf(first), recordOf(second));
    }

    @Test
    void refuses_a_row_that_is_none_and_keeps_the_others() {
        Response answer = upload(String.join(
                "\n",
                HEADER,
                prefix + "-1,MZ-2026-W46,2026-11-09",
                prefix + "-2,MZ-2026-W46",
                "\"" + prefix + "-3,MZ-2026-W46,2026-11-09",
                prefix + "-4,MZ-2026-W46,yesterday",
                "{\"a\",1,2"));

        answer.then().statusCode(200).body("accepted", equalTo(1)).body("refused", equalTo(4));
        assertEquals(
                List.of("3 400", "4 400", "5 422", "6 400"),
                Uploads.results(answer, "?status=refused").stream()
                        .map(line -> line.path("line").asText() + " "
                                + line.at("/problem/status").asText())
                        .toList());
    }

    @Test
    void refuses_a_header_that_names_no_attribute_or_one_twice() {
        for (String header : List.of("serialNumber,serialNumber", "serialNumber,,batchNumber", "\"serial")) {
            refused(store.unchangedBy(() -> upload(header + "\na,b\n")), 400, "malformed-request");
        }
    }

    @Test
    void refuses_csv_of_another_kind() {
        refused(
                store.unchangedBy(() -> as(People.CELL_MAKER)
                        .header("Idempotency-Key", Uploads.newKey())
                        .header("Content-Type", "text/csv")
                        .body("modelId\nA\n")
                        .post("/v1/records/battery-model/bulk")),
                415,
                "unsupported-media-type");
    }

    private Response upload(String csv) {
        return uploadUnder(Uploads.newKey(), csv);
    }

    private Response uploadUnder(String key, String csv) {
        return as(People.CELL_MAKER)
                .urlEncodingEnabled(true)
                .header("Idempotency-Key", key)
                .header("Content-Type", "text/csv; charset=UTF-8")
                .queryParam("modelId", model)
                .queryParam("facility", battery.path("facility").toString())
                .queryParam(
                        "operatorInformation",
                        battery.path("operatorInformation").toString())
                .queryParam("batteryStatus", "original")
                .queryParam("productIdentifier", product("").replace(prefix, "{serialNumber}"))
                .body(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/records/battery/bulk");
    }

    private String product(String number) {
        return "https://id.sakura-cells.example/01/04912345077011/21/" + prefix + number;
    }

    private static String recordOf(Response upload) {
        return Uploads.results(upload, "").get(0).path("recordId").asText();
    }
}
