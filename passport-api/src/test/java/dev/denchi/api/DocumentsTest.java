package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Calls.postModel;
import static dev.denchi.api.Calls.put;
import static dev.denchi.api.Pinned.keep;
import static dev.denchi.api.Pinned.kept;
import static dev.denchi.api.Pinned.path;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Documents that records point at: who keeps them, who is given them, and to whom there are none. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DocumentsTest {
    private static final String PDF = "application/pdf";

    @Inject
    Store store;

    private final String model = "DOCUMENT-" + UUID.randomUUID().toString().substring(0, 18);

    @Test
    void a_document_is_kept_once_before_or_after_the_record_that_points_at_it() {
        ObjectNode record = Examples.ofModel("battery-model", model);
        Pinned documents = Pinned.in(record);
        List<String> hashes = documents.hashes();
        String before = hashes.get(0);
        String after = hashes.get(1);

        keep(People.CELL_MAKER, before, PDF, documents.of(before))
                .then()
                .statusCode(201)
                .header("Location", endsWith(path(People.CELL_MAKER, before)))
                .body("kept.mediaType", equalTo(PDF))
                .body("kept.size", equalTo(documents.of(before).length));
        post("battery-model", record).then().statusCode(201);
        keep(People.CELL_MAKER, after, PDF, documents.of(after)).then().statusCode(201);

        keep(People.CELL_MAKER, after, PDF, documents.of(after))
                .then()
                .statusCode(200)
                .header("Content-Location", endsWith(path(People.CELL_MAKER, after)));
        assertEquals(
                "1", store.text("select count(*)::text from passport.file_content where sha256 = '" + after + "'"));
        assertArrayEquals(
                documents.of(before),
                as(People.CELL_MAKER).get(path(People.CELL_MAKER, before)).asByteArray());
    }

    @Test
    void its_operator_sees_what_it_keeps_and_what_is_missing() {
        ObjectNode record = Examples.ofModel("battery-model", model);
        Pinned documents = Pinned.in(record);
        Response receipt = post("battery-model", record);
        String here = kept(People.CELL_MAKER, documents.of(documents.hashes().get(0)));
        String unpinned = kept(People.CELL_MAKER, Documents.pdf());

        Map<String, Map<String, Object>> kept = listed("kept");
        Map<String, Map<String, Object>> missing = listed("missing");
        Map<String, Map<String, Object>> all = listed("all");

        assertTrue(kept.keySet().containsAll(List.of(here, unpinned)));
        assertFalse(missing.containsKey(here));
        assertTrue(missing.keySet()
                .containsAll(documents.hashes().subList(1, documents.hashes().size())));
        assertEquals(new TreeSet<>(all.keySet()), union(kept, missing));
        assertEquals(Map.of(), pinned(kept, unpinned));
        Map<?, ?> pinned = pinned(kept, here);
        assertEquals(receipt.<String>path("recordId"), pinned.get("recordId"));
        assertEquals(1, pinned.get("times"));
        assertTrue(record.toString().contains("\"title\":\"" + pinned.get("title") + "\""), pinned::toString);
    }

    private static Map<?, ?> pinned(Map<String, Map<String, Object>> listed, String sha256) {
        return (Map<?, ?>) listed.getOrDefault(sha256, Map.of()).getOrDefault("pinned", Map.of());
    }

    private static TreeSet<String> union(Map<String, ?> some, Map<String, ?> others) {
        TreeSet<String> both = new TreeSet<>(some.keySet());
        both.addAll(others.keySet());
        return both;
    }

    /** Through all pages. */
    private static Map<String, Map<String, Object>> listed(String state) {
        Map<String, Map<String, Object>> documents = new LinkedHashMap<>();
        String page = "/v1/documents?limit=7&state=" + state;
        while (page != null) {
            Response answer = as(People.CELL_MAKER).get(page);
            assertEquals(200, answer.statusCode(), answer::asString);
            for (Map<String, Object> document : answer.<List<Map<String, Object>>>path("documents")) {
                documents.put((String) document.get("sha256"), document);
            }
            String link = answer.header("Link");
            page = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertEquals(List.copyOf(new TreeSet<>(documents.keySet())), List.copyOf(documents.keySet()));
        return documents;
    }

    @Test
    void each_reader_gets_the_documents_of_what_the_record_shows_him_and_no_other() {
        Map<String, ObjectNode> bodies = new LinkedHashMap<>();
        for (String kind : List.of("battery-model", "carbon-footprint", "recycled-content", "battery", "condition")) {
            bodies.put(kind, kind.equals("battery") ? Examples.newBattery(model) : Examples.ofModel(kind, model));
        }
        JsonNode passport = Objects.requireNonNull(bodies.get("battery")).get("batteryPassportIdentifier");
        ObjectNode condition = Objects.requireNonNull(bodies.get("condition"));
        condition.set("batteryPassportIdentifier", passport);
        addEventWithDocument(condition);
        Pinned documents = Pinned.in(bodies.values().toArray(JsonNode[]::new));
        List<String> records = new ArrayList<>();
        bodies.forEach((kind, body) -> records.add(posted(kind, body)));
        documents.keptBy(People.CELL_MAKER);

        int open = shown(documents, records, Calls::anyone);
        int asOther = shown(documents, records, () -> as(People.OTHER_MAKER));
        int asRecycler = shown(documents, records, () -> as(People.RECYCLER));
        int asAuthority = shown(documents, records, () -> as(People.MARKET_SURVEILLANCE));
        int own = shown(documents, records, () -> as(People.CELL_MAKER));

        assertEquals(documents.hashes().size(), own);
        assertEquals(open, asOther);
        assertTrue(0 < open && open < asRecycler && asRecycler < own, () -> open + " " + asRecycler + " " + own);
        assertTrue(open < asAuthority && asAuthority < own, () -> open + " " + asAuthority + " " + own);
    }

    private static String posted(String kind, ObjectNode body) {
        Response receipt = post(kind, body);
        assertEquals(201, receipt.statusCode(), receipt::asString);
        return receipt.path("links.self");
    }

    /** Something that happened to a battery, with a report on it. */
    private static void addEventWithDocument(ObjectNode condition) {
        ObjectNode event = condition.withArray("negativeEvents").addObject();
        event.put("negativeEvent", "Deep discharge").put("lastUpdate", "2026-11-01T08:00:00Z");
        event.set("document", Examples.of("ev-nmc/battery-model").at("/conformity/declarationOfConformity"));
    }

    /** How many he is given: each whose hash he reads in a record, as it is, and no other. */
    private static int shown(Pinned documents, List<String> records, Supplier<RequestSpecification> reader) {
        StringBuilder seen = new StringBuilder();
        records.forEach(self -> seen.append(reader.get().get(self).asString()));
        int given = 0;
        for (String hash : documents.hashes()) {
            Response answer = reader.get().get(path(People.CELL_MAKER, hash));
            if (seen.indexOf(hash) >= 0) {
                answer.then().statusCode(200);
                assertArrayEquals(documents.of(hash), answer.asByteArray());
                given++;
            } else {
                refused(answer, 404, "not-found");
            }
        }
        return given;
    }

    @Test
    void a_participant_gets_those_of_its_model_and_of_its_points_only() {
        ObjectNode record = Examples.ofModel("battery-model", model);
        Pinned documents = Pinned.in(record);
        post("battery-model", record).then().statusCode(201);
        documents.keptBy(People.CELL_MAKER);
        String report = record.at("/conformity/resultOfTestReport/0/sha256").textValue();
        String dismantling = record.at("/circularity/dismantlingAndRemovalInformation/0/sha256")
                .textValue();

        participant(model, List.of(1, 2))
                .get(path(People.CELL_MAKER, dismantling))
                .then()
                .statusCode(200);
        participant(model, List.of(1, 2))
                .get(path(People.CELL_MAKER, report))
                .then()
                .statusCode(404);
        participant(model, List.of(1, 3))
                .get(path(People.CELL_MAKER, report))
                .then()
                .statusCode(200);
        participant("ANOTHER", List.of(1, 2, 3))
                .get(path(People.CELL_MAKER, report))
                .then()
                .statusCode(404);
    }

    private static RequestSpecification participant(String model, List<Integer> points) {
        return anyone().header(
                        "Authorization", "Bearer " + PullTokenFixture.of(model, points, "transfer-of-documents"));
    }

    @Test
    void what_was_public_in_an_older_version_is_still_given() {
        ObjectNode record = Examples.ofModel("battery-model", model);
        Pinned documents = Pinned.in(record);
        Response first = post("battery-model", record);
        String declared =
                record.at("/conformity/declarationOfConformity/sha256").textValue();
        kept(People.CELL_MAKER, documents.of(declared));
        Pinned.in(record);

        put(first.path("links.self"), first.header("ETag"), record).then().statusCode(200);

        anyone().get(path(People.CELL_MAKER, declared)).then().statusCode(200);
    }

    @Test
    void a_document_goes_out_to_be_saved_and_says_how_long_it_may_be_kept() {
        ObjectNode record = Examples.ofModel("battery-model", model);
        Pinned documents = Pinned.in(record);
        post("battery-model", record).then().statusCode(201);
        documents.keptBy(People.CELL_MAKER);
        String declared =
                record.at("/conformity/declarationOfConformity/sha256").textValue();
        String report = record.at("/conformity/resultOfTestReport/0/sha256").textValue();

        Response open = anyone().get(path(People.CELL_MAKER, declared));
        open.then()
                .contentType(PDF)
                .header("ETag", "\"" + declared + "\"")
                .header("Cache-Control", "public, max-age=86400, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment; filename=\"" + declared + ".pdf\"")
                .header("Vary", containsString("X-API-Key"))
                .header("Content-Length", Integer.toString(documents.of(declared).length));
        anyone().header("If-None-Match", open.header("ETag"))
                .get(path(People.CELL_MAKER, declared))
                .then()
                .statusCode(304);
        anyone().head(path(People.CELL_MAKER, declared))
                .then()
                .statusCode(200)
                .header("ETag", "\"" + declared + "\"")
                .header("Content-Length", notNullValue());
        anyone().head(path(People.CELL_MAKER, report)).then().statusCode(404);
        as(People.MARKET_SURVEILLANCE)
                .get(path(People.CELL_MAKER, report))
                .then()
                .header("Cache-Control", "private, no-store");
    }

    @Test
    void reads_beyond_the_public_are_told_and_so_is_what_was_kept_and_removed() throws InterruptedException {
        ObjectNode record = Examples.ofModel("battery-model", model);
        Pinned documents = Pinned.in(record);
        Response receipt = post("battery-model", record);
        documents.keptBy(People.CELL_MAKER);
        String declared =
                record.at("/conformity/declarationOfConformity/sha256").textValue();
        String report = record.at("/conformity/resultOfTestReport/0/sha256").textValue();
        String unpinned = kept(People.CELL_MAKER, Documents.pdf());

        anyone().get(path(People.CELL_MAKER, declared)).then().statusCode(200);
        as(People.MARKET_SURVEILLANCE)
                .get(path(People.CELL_MAKER, report))
                .then()
                .statusCode(200);
        as(People.RECYCLER).get(path(People.CELL_MAKER, report)).then().statusCode(404);
        as(People.CELL_MAKER).delete("/v1/documents/" + unpinned).then().statusCode(204);
        store.untilSealed();

        assertEquals("document.kept", told(declared));
        assertEquals("document.kept,document.read", told(report));
        assertEquals("document.kept,document.removed", told(unpinned));
        assertEquals("authority " + receipt.<String>path("recordId"), store.text("""
                        select entry::json #>> '{right,as}' || ' ' || (entry::json #>> '{records,0,recordId}') from passport.audit_log
                        where entry like '%%"document.read"%%' and entry like '%%%s%%'""".formatted(report)));
    }

    private String told(String sha256) {
        return store.text("""
                select string_agg(entry::json ->> 'action', ',' order by sequence) from passport.audit_log
                where operator_id = 'sakura-cells' and entry like '%%"document.%%' and entry like '%%%s%%'""".formatted(sha256));
    }

    @Test
    void what_a_version_points_at_stays_and_what_none_points_at_may_go() {
        ObjectNode record = Examples.ofModel("battery-model", model);
        Pinned documents = Pinned.in(record);
        Response first = post("battery-model", record);
        String old = kept(People.CELL_MAKER, documents.of(documents.hashes().get(0)));
        Pinned.in(record);
        put(first.path("links.self"), first.header("ETag"), record).then().statusCode(200);
        String unpinned = kept(People.CELL_MAKER, Documents.pdf());

        refused(as(People.CELL_MAKER).delete("/v1/documents/" + old), 409, "document-pinned");
        as(People.CELL_MAKER).delete("/v1/documents/" + unpinned).then().statusCode(204);
        refused(as(People.CELL_MAKER).delete("/v1/documents/" + unpinned), 404, "not-found");

        as(People.CELL_MAKER).get(path(People.CELL_MAKER, old)).then().statusCode(200);
        refused(as(People.CELL_MAKER).get(path(People.CELL_MAKER, unpinned)), 404, "not-found");
        assertEquals(
                "0", store.text("select count(*)::text from passport.file_content where sha256 = '" + unpinned + "'"));
    }

    @Test
    void operators_keep_the_same_document_each_for_itself() {
        byte[] bytes = Documents.pdf();
        String hash = kept(People.CELL_MAKER, bytes);

        keep(People.OTHER_MAKER, hash, PDF, bytes).then().statusCode(201);
        as(People.OTHER_MAKER).delete("/v1/documents/" + hash).then().statusCode(204);

        refused(as(People.OTHER_MAKER).delete("/v1/documents/" + hash), 404, "not-found");
        refused(as(People.OTHER_MAKER).get(path(People.CELL_MAKER, hash)), 404, "not-found");
        as(People.OTHER_MAKER)
                .get("/v1/documents?limit=200")
                .then()
                .body("documents.find { it.sha256 == '" + hash + "' }", nullValue());
        as(People.CELL_MAKER).get(path(People.CELL_MAKER, hash)).then().statusCode(200);
    }

    @Test
    void to_who_may_not_have_a_document_there_is_none_whether_it_is_kept_pinned_or_neither() {
        ObjectNode record = Examples.ofModel("battery-model", model);
        Pinned documents = Pinned.in(record);
        post("battery-model", record).then().statusCode(201);
        String hidden = record.at("/conformity/resultOfTestReport/0/sha256").textValue();
        String missing = record.at("/conformity/resultOfTestReport/1/sha256").textValue();
        kept(People.CELL_MAKER, documents.of(hidden));
        String never = Documents.sha256(Documents.pdf());

        List<String> said = new ArrayList<>();
        for (String hash : List.of(hidden, missing, never)) {
            Response answer = refused(anyone().get(path(People.CELL_MAKER, hash)), 404, "not-found");
            said.add(answer.asString().replace(hash, "?"));
        }
        assertEquals(1, new TreeSet<>(said).size(), said::toString);
    }

    @Test
    void refuses_others_than_operators_and_their_recyclers() {
        byte[] bytes = Documents.pdf();
        String hash = Documents.sha256(bytes);
        refused(anyone().contentType(PDF).body(bytes).put("/v1/documents/" + hash), 401, "unauthenticated");
        refused(anyone().get("/v1/documents"), 401, "unauthenticated");
        refused(anyone().delete("/v1/documents/" + hash), 401, "unauthenticated");
        for (People other : List.of(People.MARKET_SURVEILLANCE, People.CONNECTOR)) {
            refused(store.unchangedBy(() -> keep(other, hash, PDF, bytes)), 403, "forbidden");
            refused(as(other).get("/v1/documents"), 403, "forbidden");
            refused(as(other).delete("/v1/documents/" + hash), 403, "forbidden");
        }
        refused(as(People.CONNECTOR).get(path(People.CELL_MAKER, hash)), 403, "forbidden");
    }

    @Test
    void refuses_bytes_that_are_something_else_than_they_are_said_to_be() {
        byte[] program = Documents.program();
        String other = Documents.sha256(Documents.pdf());
        refused(keep(People.CELL_MAKER, other, PDF, program), 422, "invalid-request")
                .then()
                .body("violations.rule", containsInAnyOrder("document-has-its-hash", "document-has-its-type"));
        refused(keep(People.CELL_MAKER, other, PDF, new byte[0]), 422, "invalid-request")
                .then()
                .body("violations.rule", containsInAnyOrder("document-has-its-hash", "document-has-bytes"));
        Map<String, byte[]> disguised = Map.of(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                Documents.docx("word/vbaProject.bin"),
                "text/plain",
                Documents.text("<!DOCTYPE html><html><script>alert(1)</script></html>"),
                "image/png",
                Documents.text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
        disguised.forEach((type, bytes) -> refused(
                        keep(People.CELL_MAKER, Documents.sha256(bytes), type, bytes), 422, "invalid-request")
                .then()
                .body("violations.rule", equalTo(List.of("document-has-its-type"))));
    }

    @Test
    void refuses_what_is_no_document_and_what_says_another_type_than_before() {
        for (String type :
                List.of("text/html", "image/svg+xml", "application/javascript", "application/zip", "nothing")) {
            byte[] bytes = Documents.text(type);
            refused(keep(People.CELL_MAKER, Documents.sha256(bytes), type, bytes), 415, "unsupported-media-type");
        }
        byte[] table = Documents.text("part,kg\ncathode,2.5\n");
        String hash = Documents.sha256(table);
        keep(People.RECYCLER, hash, "text/csv;charset=utf-8", table).then().statusCode(201);
        refused(keep(People.RECYCLER, hash, "text/plain", table), 422, "invalid-request")
                .then()
                .body("violations.rule", equalTo(List.of("document-has-one-type")));
    }

    @Test
    void refuses_what_is_too_large_packed_or_named_otherwise() {
        byte[] large = new byte[64 * 1024 * 1024 + 1];
        Arrays.fill(large, (byte) 'a');
        refused(keep(People.CELL_MAKER, Documents.sha256(large), "text/plain", large), 413, "body-too-large");
        byte[] bytes = Documents.pdf();
        refused(
                as(People.CELL_MAKER)
                        .header("Content-Encoding", "gzip")
                        .contentType(PDF)
                        .body(bytes)
                        .put("/v1/documents/" + Documents.sha256(bytes)),
                415,
                "unsupported-media-type");
        for (String name : List.of(
                "report.pdf", "..%2F..%2Fetc%2Fpasswd", Documents.sha256(bytes).toUpperCase())) {
            refused(keep(People.CELL_MAKER, name, PDF, bytes), 400, "malformed-request");
            refused(anyone().get(path(People.CELL_MAKER, name)), 400, "malformed-request");
            refused(as(People.CELL_MAKER).delete("/v1/documents/" + name), 400, "malformed-request");
        }
        for (String query : List.of("state=some", "limit=0", "limit=201", "limit=a", "after=1")) {
            refused(as(People.CELL_MAKER).get("/v1/documents?" + query), 400, "malformed-request");
        }
    }

    @Test
    void the_condition_of_a_deleted_passport_takes_its_documents_with_it() {
        postModel(model);
        ObjectNode battery = Examples.newBattery(model);
        Response receipt = post("battery", battery);
        ObjectNode condition = Examples.ofModel("condition", model);
        condition.set("batteryPassportIdentifier", battery.get("batteryPassportIdentifier"));
        addEventWithDocument(condition);
        Pinned documents = Pinned.in(condition);
        post("condition", condition).then().statusCode(201);
        String report = condition.at("/negativeEvents/0/document/sha256").textValue();
        kept(People.CELL_MAKER, documents.of(report));
        as(People.RECYCLER).get(path(People.CELL_MAKER, report)).then().statusCode(200);

        as(People.CELL_MAKER)
                .delete((String) receipt.path("links.passport"))
                .then()
                .statusCode(204);

        refused(as(People.RECYCLER).get(path(People.CELL_MAKER, report)), 404, "not-found");
        as(People.CELL_MAKER).get(path(People.CELL_MAKER, report)).then().statusCode(200);
    }

    @Test
    void versions_that_were_there_before_are_found_by_their_documents_too() throws IOException, SQLException {
        ObjectNode record = Examples.ofModel("battery-model", model);
        Pinned.in(record);
        post("battery-model", record).then().statusCode(201);
        post("carbon-footprint", Examples.ofModel("carbon-footprint", model));
        String migration =
                Files.readString(Path.of("src", "main", "resources", "db", "migration", "V043__documents.sql"));
        String pins =
                "select string_agg(distinct record_id || '/' || version || ' ' || sha256, ',' order by record_id || '/' || version || ' ' || sha256) from document_pin";
        try (Connection owner = store.asOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("set search_path = passport");
            String before = first(statement, pins);
            statement.execute("delete from document_pin");
            statement.execute(migration.substring(migration.indexOf("create function documents_in")));
            assertEquals(before, first(statement, pins));
            assertTrue(before.contains(
                    record.at("/labels/separateCollection/sha256").textValue()));
            owner.rollback();
        }
    }

    private static String first(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
