package dev.denchi.connector.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader finds, page by page. */
@SuppressWarnings("NullAway.Init") // filled before all tests
class CatalogueJourneyTest {

    private static final String MODEL = Stage.MODEL;
    private static final String EVERYTHING = "{\"offset\":0,\"limit\":1000}";

    @TempDir
    private static Path folder;

    private static Stage stage;

    @BeforeAll
    static void start() throws Exception {
        stage = Stage.in(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        stage.close();
    }

    @Test
    void a_reader_sees_only_the_access_points_of_its_roles() throws Exception {
        var publicOnly = stage.platform().datasetIds(EVERYTHING);
        var interested = stage.recycler().datasetIds(EVERYTHING);

        assertEquals(31, publicOnly.size());
        assertTrue(publicOnly.stream().allMatch(id -> id.endsWith("point-1")));
        assertEquals(93, interested.size());
        assertTrue(interested.stream().noneMatch(id -> id.endsWith("point-3")));
    }

    @Test
    void a_dataset_says_what_it_holds() throws Exception {
        var dataset = stage.platform()
                .datasets(
                        "{\"filterExpression\":[{\"operandLeft\":\"https://denchi.dev/ns/manufacturerPartId\",\"operator\":\"=\",\"operandRight\":\"SC-NMC-77\"}]}")
                .get(0);

        assertEquals(ServiceStandIn.idOf(MODEL, 1), dataset.get("@id").asText());
        assertEquals(
                "sakura-cells", dataset.get("https://denchi.dev/ns/operator").asText());
        assertEquals("EV", dataset.get("https://denchi.dev/ns/batteryCategory").asText());
        assertEquals(1, dataset.get("https://denchi.dev/ns/accessPoint").asInt());
        assertEquals(
                "HttpData-PULL",
                dataset.get("distribution").get(0).get("format").asText());
    }

    @Test
    void pages_of_the_catalogue_neither_overlap_nor_leave_gaps() throws Exception {
        var whole = stage.recycler().datasetIds(EVERYTHING);
        var paged = new ArrayList<String>();
        for (var offset = 0; offset < whole.size(); offset += 10) {
            paged.addAll(stage.recycler().datasetIds("{\"offset\":%d,\"limit\":10}".formatted(offset)));
        }

        assertEquals(whole, paged);
        assertEquals(whole.size(), new HashSet<>(paged).size());
    }

    @Test
    void a_filter_that_cannot_be_served_is_refused() throws Exception {
        var answer = stage.platform()
                .catalogue(
                        "{\"filterExpression\":[{\"operandLeft\":\"https://denchi.dev/ns/weight\",\"operator\":\"=\",\"operandRight\":\"1\"}]}");

        assertEquals(502, answer.status(), answer.toString());
        assertTrue(answer.toString().contains("is not supported"), answer.toString());
    }

    @Test
    void assets_of_a_provider_are_not_written_by_hand() throws Exception {
        var asProvider = new Platform(stage.provider(), stage.provider());
        var answer = asProvider.call(
                "POST",
                "/v3/assets",
                "{\"@context\":{\"@vocab\":\"https://w3id.org/edc/v0.0.1/ns/\"},\"@id\":\"mine\",\"properties\":{},\"dataAddress\":{\"type\":\"HttpData\",\"baseUrl\":\"http://127.0.0.1/\"}}");

        assertEquals(400, answer.status(), answer.toString());
    }
}
