package dev.denchi.api;

import static dev.denchi.api.Papers.added;
import static dev.denchi.api.Papers.certificate;
import static dev.denchi.api.Papers.downloading;
import static dev.denchi.api.Papers.named;
import static dev.denchi.api.Papers.releasing;
import static dev.denchi.api.Papers.removing;
import static dev.denchi.api.Papers.sending;
import static dev.denchi.api.Papers.sent;
import static dev.denchi.api.Papers.with;
import static dev.denchi.api.Supplies.DATA;
import static dev.denchi.api.Supplies.asked;
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
import static dev.denchi.api.Traders.PRECURSOR_SUPPLIER;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.StrictJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Certificates of footprints: kept with a part, released to single customers, seen by nobody else. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class CertificationTest {
    private static final String NAME = "B01のCFP証明書.pdf";

    @Inject
    Store store;

    private String bought = "";
    private String made = "";
    private JsonNode request = StrictJson.read("{}");

    @BeforeEach
    void the_cell_maker_asked_the_cathode_supplier() {
        String plant = newPlant(CELL_MAKER);
        bought = json(
                        CELL_MAKER
                                .puts(
                                        "partsStructure",
                                        structure(
                                                part(CELL_MAKER, plant, unique("Cell"), "unit", false),
                                                component(
                                                        part(CELL_MAKER, plant, unique("Cathode"), "kilogram", false),
                                                        "0.5")))
                                .put(DATA),
                        201)
                .at("/childrenPartsModel/0/traceId")
                .textValue();
        made = newPart(
                CATHODE_SUPPLIER,
                part(CATHODE_SUPPLIER, newPlant(CATHODE_SUPPLIER), unique("Cathode"), "kilogram", true));
        request = asked(CELL_MAKER, bought, CATHODE_SUPPLIER);
        linking(CATHODE_SUPPLIER, trade(), made).then().statusCode(201);
    }

    @Test
    void the_published_examples_are_answered() {
        Published published = new Published();
        assertExample(published, "zero", CATHODE_SUPPLIER, made);
        assertExample(published, "requestCfpNull", CELL_MAKER, bought);
        String file = sent(CATHODE_SUPPLIER, NAME, Documents.pdf());
        JsonNode kept = added(CATHODE_SUPPLIER, made, file, NAME);
        assertExample(published, "parent", CATHODE_SUPPLIER, made);
        assertExample(published, "requestCfpNull", CELL_MAKER, bought);

        json(releasing(CATHODE_SUPPLIER, CELL_MAKER, made, true), 201);

        assertExample(published, "request", CELL_MAKER, bought);
        assertEquals(
                kept, get(CATHODE_SUPPLIER, "cfpCertification", "traceId", made).get(0));
        JsonNode told = get(CELL_MAKER, "cfpCertification", "traceId", bought).get(0);
        assertEquals(trade(), told.path("cfpCertificationId").textValue());
        assertEquals(bought, told.path("traceId").textValue());
        assertEquals(
                CATHODE_SUPPLIER.id().toString(),
                told.at("/cfpCertificationFileInfo/0/operatorId").textValue());
        assertEquals(file, told.at("/cfpCertificationFileInfo/0/fileId").textValue());
        assertFalse(told.toString().contains(kept.path("cfpCertificationId").textValue()));
    }

    @Test
    void a_released_file_goes_out_as_it_came_in_to_be_saved_and_checked() throws Exception {
        byte[] bytes = Documents.pdf();
        String file = sent(CATHODE_SUPPLIER, NAME, bytes);
        String own = added(CATHODE_SUPPLIER, made, file, NAME)
                .path("cfpCertificationId")
                .textValue();
        json(releasing(CATHODE_SUPPLIER, CELL_MAKER, made, true), 201);

        assertEquals(200, downloadUrl(CATHODE_SUPPLIER, file, "OWN", own).statusCode());
        Response where = downloadUrl(CELL_MAKER, file, "OTHER", trade());
        assertEquals(NAME, where.path("fileName"));
        assertTrue(where.<String>path("URL").endsWith(Papers.FILES + file));
        for (Traders reader : List.of(CATHODE_SUPPLIER, CELL_MAKER)) {
            Response answer = downloading(reader, file);
            answer.then()
                    .statusCode(200)
                    .header("Content-Type", "application/pdf")
                    .header("Content-Length", Integer.toString(bytes.length))
                    .header(
                            "Content-Disposition",
                            "attachment; filename=\"B01_CFP___.pdf\"; "
                                    + "filename*=UTF-8''B01%E3%81%AECFP%E8%A8%BC%E6%98%8E%E6%9B%B8.pdf")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Cache-Control", "no-store")
                    .header("Repr-Digest", "sha-256=:" + base64Sha256(bytes) + ":");
            assertArrayEquals(bytes, answer.asByteArray());
        }
    }

    @Test
    void texts_go_out_as_they_are_too_though_a_reader_would_take_them_compressed() throws Exception {
        byte[] bytes = Documents.shiftJis("部品,排出量\r\nカソード,2.5\r\n".repeat(500));
        String file = sent(CATHODE_SUPPLIER, "値.csv", bytes);

        Response answer =
                CATHODE_SUPPLIER.calls().header("Accept-Encoding", "gzip").get(Papers.FILES + file);

        answer.then().statusCode(200).header("Content-Type", "text/csv").header("Content-Encoding", (String) null);
        assertArrayEquals(bytes, answer.asByteArray());
    }

    @Test
    void what_is_withdrawn_is_gone_at_once() {
        String file = released();
        for (Runnable withdrawal : List.<Runnable>of(
                () -> json(releasing(CATHODE_SUPPLIER, CELL_MAKER, made, false), 201),
                () -> json(
                        CELL_MAKER
                                .puts("status", Supplies.end(request.path("statusModel"), "CANCEL", null))
                                .put(DATA),
                        201))) {
            json(releasing(CATHODE_SUPPLIER, CELL_MAKER, made, true), 201);
            downloading(CELL_MAKER, file).then().statusCode(200);
            withdrawal.run();
            downloading(CELL_MAKER, file).then().statusCode(400);
            assertEquals(400, downloadUrl(CELL_MAKER, file, "OTHER", trade()).statusCode());
            assertFalse(getting(CELL_MAKER, "cfpCertification", "traceId", bought)
                    .asString()
                    .contains(file));
        }
        downloading(CATHODE_SUPPLIER, file).then().statusCode(200);
    }

    @Test
    void nobody_else_sees_has_or_changes_it() {
        String file = released();
        String own = get(CATHODE_SUPPLIER, "cfpCertification", "traceId", made)
                .at("/0/cfpCertificationId")
                .textValue();
        for (Traders stranger : List.of(MODULE_MAKER, PRECURSOR_SUPPLIER)) {
            assertEquals(0, get(stranger, "cfpCertification", "traceId", made).size(), stranger::name);
            assertEquals(0, get(stranger, "cfpCertification", "traceId", bought).size(), stranger::name);
            downloading(stranger, file).then().statusCode(400);
            sending(stranger, file, Documents.pdf()).then().statusCode(400);
            for (String certificate : List.of(own, trade())) {
                assertEquals(
                        400, downloadUrl(stranger, file, "OTHER", certificate).statusCode());
                assertEquals(
                        400, downloadUrl(stranger, file, "OWN", certificate).statusCode());
            }
            assertNotHis(stranger, file);
        }
        assertEquals(0, get(CELL_MAKER, "cfpCertification", "traceId", made).size(), "by its supplier's id");
        assertEquals(400, downloadUrl(CELL_MAKER, file, "OTHER", own).statusCode());
        assertNotHis(CELL_MAKER, file);
        given().header("apiKey", CATHODE_SUPPLIER.person().key())
                .get(Papers.FILES + file)
                .then()
                .statusCode(401);
        given().get(Papers.FILES + file).then().statusCode(403);
        downloading(CELL_MAKER, file).then().statusCode(200);
    }

    private void assertNotHis(Traders stranger, String file) {
        removing(stranger, made).then().statusCode(400);
        getting(stranger, "cfpCertificationAcl", "traceId", made).then().statusCode(400);
        releasing(stranger, stranger, made, true).then().statusCode(400);
        stranger.puts("cfpCertificationInfo", with(certificate(stranger, made), file, NAME))
                .put(DATA)
                .then()
                .statusCode(400);
        stranger.puts("cfpCertificationInfo", with(certificate(CATHODE_SUPPLIER, made), file, NAME))
                .put(DATA)
                .then()
                .statusCode(403);
        String ownPart = newPart(stranger, part(stranger, newPlant(stranger), unique("Own"), "unit", true));
        stranger.puts("cfpCertificationInfo", with(certificate(stranger, ownPart), file, NAME))
                .put(DATA)
                .then()
                .statusCode(400);
    }

    @Test
    void files_are_added_and_taken_out_and_with_the_last_the_certificate_goes() {
        String first = sent(CATHODE_SUPPLIER, "a.pdf", Documents.pdf());
        String second = sent(CATHODE_SUPPLIER, "b.txt", Documents.text(unique("b")));
        String id = added(CATHODE_SUPPLIER, made, first, "a.pdf")
                .path("cfpCertificationId")
                .textValue();
        JsonNode both = json(
                CATHODE_SUPPLIER
                        .puts(
                                "cfpCertificationInfo",
                                with(certificate(CATHODE_SUPPLIER, made), second, "b.txt")
                                        .put("cfpCertificationId", id)
                                        .putNull("cfpCertificationDescription"))
                        .put(DATA),
                201);
        assertEquals(id, both.path("cfpCertificationId").textValue());
        assertEquals(2, both.path("cfpCertificationFileInfo").size());
        assertTrue(both.path("cfpCertificationDescription").isNull());

        removing(CATHODE_SUPPLIER, made, UUID.randomUUID().toString()).then().statusCode(400);
        removing(CATHODE_SUPPLIER, made, first).then().statusCode(204);
        downloading(CATHODE_SUPPLIER, first).then().statusCode(400);
        assertEquals(
                second,
                get(CATHODE_SUPPLIER, "cfpCertification", "traceId", made)
                        .at("/0/cfpCertificationFileInfo/0/fileId")
                        .textValue());
        removing(CATHODE_SUPPLIER, made).then().statusCode(204);
        assertEquals(
                0, get(CATHODE_SUPPLIER, "cfpCertification", "traceId", made).size());
        removing(CATHODE_SUPPLIER, made).then().statusCode(400);
        assertEquals("0", rows("certificate_file where file_id in ('" + first + "', '" + second + "')"));
    }

    @Test
    void the_same_bytes_are_kept_once_and_go_with_the_last_file_that_has_them() throws Exception {
        byte[] bytes = Documents.pdf();
        String hash = "file_content where sha256 = '" + hexSha256(bytes) + "'";
        String first = sent(CATHODE_SUPPLIER, "a.pdf", bytes);
        String second = sent(CATHODE_SUPPLIER, "b.pdf", bytes);
        json(sending(CATHODE_SUPPLIER, first, bytes), 201);
        assertEquals("1", rows(hash));
        added(CATHODE_SUPPLIER, made, first, "a.pdf");
        added(CATHODE_SUPPLIER, made, second, "b.pdf");

        sent(CELL_MAKER, "a.pdf", bytes);
        assertEquals("2", rows(hash), "another operator's are its own");

        removing(CATHODE_SUPPLIER, made, first).then().statusCode(204);
        assertArrayEquals(bytes, downloading(CATHODE_SUPPLIER, second).asByteArray());
        removing(CATHODE_SUPPLIER, made).then().statusCode(204);
        assertEquals("1", rows(hash));
    }

    @Test
    void the_same_file_is_in_a_certificate_once_however_often_it_is_put() {
        byte[] bytes = Documents.pdf();
        String first = sent(CATHODE_SUPPLIER, "a.pdf", bytes);
        String again = sent(CATHODE_SUPPLIER, "a.pdf", bytes);
        added(CATHODE_SUPPLIER, made, first, "a.pdf");
        for (int i = 0; i < 2; i++) {
            JsonNode same = added(CATHODE_SUPPLIER, made, again, "a.pdf");
            assertEquals(1, same.path("cfpCertificationFileInfo").size(), same::toString);
            assertEquals(first, same.at("/cfpCertificationFileInfo/0/fileId").textValue());
        }
    }

    @Test
    void other_bytes_are_another_file() {
        String file = sent(CATHODE_SUPPLIER, "a.pdf", Documents.pdf());

        refused(sending(CATHODE_SUPPLIER, file, Documents.pdf()), "fileId: has other bytes already");
    }

    @Test
    void all_that_does_not_fit_into_a_certificate_is_told_at_once() {
        String sent = sent(CATHODE_SUPPLIER, "a.pdf", Documents.pdf());
        String unsent = named(CATHODE_SUPPLIER, "b.pdf");

        Response answer = CATHODE_SUPPLIER
                .puts(
                        "cfpCertificationInfo",
                        with(with(certificate(CATHODE_SUPPLIER, made), sent, "c.pdf"), unsent, "b.pdf"))
                .put(DATA);

        refused(
                answer,
                "cfpCertificationFileInfo[0]: (fileName: must be 'a.pdf', under which it was uploaded.); "
                        + "cfpCertificationFileInfo[1]: (fileId: is not uploaded yet.)");
        CATHODE_SUPPLIER
                .puts(
                        "cfpCertificationInfo",
                        with(certificate(CATHODE_SUPPLIER, made), sent, "a.pdf")
                                .put("cfpCertificationId", UUID.randomUUID().toString()))
                .put(DATA)
                .then()
                .statusCode(400);
        assertEquals(
                0, get(CATHODE_SUPPLIER, "cfpCertification", "traceId", made).size());
    }

    @Test
    void who_may_have_it_is_listed_for_its_operator() {
        assertEquals(
                0, get(CATHODE_SUPPLIER, "cfpCertificationAcl", "traceId", made).size());
        JsonNode decided = json(releasing(CATHODE_SUPPLIER, CELL_MAKER, made, true), 201);
        assertEquals(
                List.of("operatorId", "releasedToOperatorId", "traceId", "releasedFlag"),
                decided.properties().stream().map(Map.Entry::getKey).toList());
        assertEquals(
                decided,
                get(CATHODE_SUPPLIER, "cfpCertificationAcl", "traceId", made).get(0));
        releasing(CATHODE_SUPPLIER, CELL_MAKER, made, false);
        assertFalse(get(CATHODE_SUPPLIER, "cfpCertificationAcl", "traceId", made)
                .at("/0/releasedFlag")
                .booleanValue());
    }

    @Test
    void a_part_takes_its_certificate_with_it() {
        String part = newPart(
                CATHODE_SUPPLIER, part(CATHODE_SUPPLIER, newPlant(CATHODE_SUPPLIER), unique("Gone"), "unit", true));
        String file = sent(CATHODE_SUPPLIER, "a.pdf", Documents.pdf());
        added(CATHODE_SUPPLIER, part, file, "a.pdf");
        CATHODE_SUPPLIER
                .calls()
                .queryParam("dataTarget", "parts")
                .queryParam("traceId", part)
                .delete(DATA)
                .then()
                .statusCode(204);

        downloading(CATHODE_SUPPLIER, file).then().statusCode(400);
        named(CATHODE_SUPPLIER, "next.pdf");
        assertEquals(
                "0",
                rows("file_content c where operator_id = '"
                        + CATHODE_SUPPLIER.person().operator() + "' and not exists (select from "
                        + "passport.certificate_file f where f.content_id = c.content_id)"));
    }

    @Test
    void everything_is_told_in_the_log_of_whose_it_is_and_no_names() throws Exception {
        String file = released();
        downloading(CELL_MAKER, file).then().statusCode(200);
        downloading(CATHODE_SUPPLIER, file).then().statusCode(200);
        removing(CATHODE_SUPPLIER, made).then().statusCode(204);
        store.untilSealed();

        String told = store.text(
                "select string_agg(entry, E'\\n' order by sequence) from passport.audit_log where operator_id = '"
                        + CATHODE_SUPPLIER.person().operator() + "' and (entry like '%" + file + "%' or entry like '%"
                        + made + "%')");
        List<String> actions = new ArrayList<>();
        told.lines()
                .map(StrictJson::read)
                .forEach(entry -> actions.add(
                        entry.path("action").textValue() + entry.at("/right/as").asText("")));
        assertEquals(
                List.of(
                        "certificate-file.kept",
                        "certificate.changed",
                        "certificate.released",
                        "certificate-file.readcustomer",
                        "certificate-file.readoperator",
                        "certificate.removed"),
                actions);
        assertTrue(told.contains("\"by\":{\"operator\":\"" + CELL_MAKER.person().operator() + "\""), told);
        assertFalse(told.contains("B01"), told);
    }

    private String released() {
        String file = sent(CATHODE_SUPPLIER, NAME, Documents.pdf());
        added(CATHODE_SUPPLIER, made, file, NAME);
        json(releasing(CATHODE_SUPPLIER, CELL_MAKER, made, true), 201);
        return file;
    }

    private static Response downloadUrl(Traders reader, String file, String type, String certificate) {
        return getting(
                reader,
                "fileDownloadUrl",
                "operatorId",
                reader.id().toString(),
                "fileOperatorId",
                CATHODE_SUPPLIER.id().toString(),
                "fileId",
                file,
                "downloadType",
                type,
                "cfpCertificationId",
                certificate);
    }

    private static void assertExample(Published published, String example, Traders reader, String trace) {
        Response answer = getting(reader, "cfpCertification", "traceId", trace);
        assertEquals(List.of(), published.faults("get", "cfpCertification", answer));
        assertEquals(shape(Published.example("cfpCertification-get-" + example)), shape(json(answer, 200)), example);
    }

    /** Names, their order, and what is null. */
    private static String shape(JsonNode node) {
        List<String> parts = new ArrayList<>();
        if (node.isObject()) {
            node.properties().forEach(member -> parts.add(member.getKey() + ": " + shape(member.getValue())));
        } else if (node.isArray()) {
            node.forEach(element -> parts.add(shape(element)));
        } else {
            return node.getNodeType().toString();
        }
        return parts.toString();
    }

    private static void refused(Response answer, String message) {
        answer.then().statusCode(400);
        assertTrue(answer.<String>path("message").startsWith("Validation failed, " + message), answer::asString);
    }

    private String rows(String selection) {
        return store.text("select count(*)::text from passport." + selection);
    }

    private String trade() {
        return request.at("/tradeModel/tradeId").textValue();
    }

    private static String base64Sha256(byte[] bytes) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String hexSha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String unique(String name) {
        return name + " " + UUID.randomUUID().toString().substring(0, 8);
    }
}
