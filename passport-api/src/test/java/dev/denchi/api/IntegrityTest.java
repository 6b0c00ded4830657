package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Calls.postModel;
import static dev.denchi.api.Calls.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.deploy.integrity.Finding;
import dev.denchi.deploy.integrity.Integrity;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.signature.PublishedKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whoever changes a stored byte past the service is found, in each table. */
@QuarkusTest
@TestProfile(IntegrityTest.OwnDatabase.class)
@QuarkusTestResource(TestServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntegrityTest {
    private static final String RELAY = "110386806483049"; // the advisory lock of the relay, "denchi"
    /** Other tests write past the service, as another replica or as somebody who should not: that is found too. */
    public static final class OwnDatabase implements QuarkusTestProfile {}

    private static final String SUBJECT = "urn:denchi:model:sakura-cells:INTEGRITY";

    @Inject
    Store store;

    private @Nullable Connection paused;
    private String model = "";
    private String battery = "";
    private String report = "";

    @BeforeEach
    void a_model_in_two_versions_a_revoked_battery_and_events_that_wait() throws SQLException, InterruptedException {
        if (paused != null) {
            return;
        }
        postModel("INTEGRITY");
        Response revoked = post("battery", Examples.newBattery("INTEGRITY"));
        battery = revoked.path("recordId");
        as(People.CELL_MAKER)
                .header("If-Match", revoked.header("ETag"))
                .contentType("application/json")
                .body("{\"reason\":\"wrong\"}")
                .post(revoked.path("links.self") + "/revocation")
                .then()
                .statusCode(201);
        as(People.RECYCLER).get((String) revoked.path("links.passport")).then().statusCode(200);
        paused = store.asOwner();
        execute(paused, "select pg_advisory_lock(" + RELAY + ")");
        ObjectNode body = Examples.ofModel("battery-model", "INTEGRITY");
        model = store.recordOf(SUBJECT);
        Response current = as(People.CELL_MAKER).get("/v1/records/" + model);
        byte[] bytes = Documents.text("Test report UN 38.3\n".repeat(20_000));
        report = Documents.sha256(bytes);
        ((ObjectNode) body.at("/conformity/resultOfTestReport/0")).put("sha256", report);
        Pinned.keep(People.CELL_MAKER, report, "text/plain", bytes).then().statusCode(201);
        put("/v1/records/" + model, current.header("ETag"), body.put("warrantyPeriod", "P9Y"))
                .then()
                .statusCode(200);
        RecordToken.parse(as(People.CELL_MAKER)
                        .accept("application/vc+sd-jwt")
                        .get("/v1/records/" + model)
                        .asString())
                .header()
                .status()
                .forEach(entry -> anyone().get(entry.list().getPath()));
        store.untilSealed();
    }

    @AfterAll
    void events_go_on() throws SQLException {
        Objects.requireNonNull(paused).close();
    }

    @Test
    void a_database_that_nobody_touched_passes() throws SQLException {
        try (Connection owner = store.asOwner()) {
            owner.setAutoCommit(false);
            assertEquals(List.of(), Integrity.check(owner, keys(), Map.of()));
        }
    }

    @Test
    void a_document_that_was_changed_in_any_byte_or_lost_a_piece_is_found_and_named() throws SQLException {
        String name = "sakura-cells " + report;
        String piece = " where content_id = (select content_id from passport.document where sha256 = '" + report + "')";
        finds("file_piece", name, "update passport.file_piece set bytes = set_byte(bytes, 7, 65)" + piece);
        finds(
                "file_piece",
                name,
                "update passport.file_piece set bytes = set_byte(bytes, 7, 65)" + piece + " and number = 1");
        finds("file_piece", name, "delete from passport.file_piece" + piece + " and number = 1");
        finds("file_piece", name, "delete from passport.file_piece" + piece + " and number = 0");
        finds("file_content", name, "update passport.file_content set size = size - 1" + piece);
        String of = " where sha256 = '" + report + "'";
        finds("document", name, "update passport.document set media_type = 'text/csv'" + of);
        finds("document", name, "update passport.document set size = size + 1" + of);
        finds("document", name, "delete from passport.document" + of);
        finds("document_pin", model + "/2", "delete from passport.document_pin" + of);
        finds(
                "document_pin",
                model + "/2",
                "insert into passport.document_pin select operator_id, md5('x') || md5('y'), record_id, version, '/a' from passport.document_pin"
                        + of);
    }

    @Test
    void a_record_that_was_changed_in_any_byte_is_found_and_named() throws SQLException {
        String of = " where record_id = '" + model + "' and version = 1";
        String name = model + "/1";
        finds("record", name, "update passport.record set token = replace(token, substr(token, 300, 1), 'Q')" + of);
        finds(
                "record",
                name,
                "update passport.record set token = overlay(token placing case substr(token, 700, 1) when 'A' then 'B' else 'A' end from 700 for 1)"
                        + of);
        finds("record", name, "update passport.record set token = regexp_replace(token, '~[^~]+~$', '~')" + of);
        finds("record", name, "update passport.record set token = token || 'x'" + of);
        finds("record", name, "update passport.record set sha256 = reverse(sha256)" + of);
        finds("record", name, "update passport.record set kind = 'battery'" + of);
        finds("record", name, "update passport.record set subject = subject || 'x'" + of);
        finds("record", name, "update passport.record set operator_id = 'hikari-motors'" + of);
        finds("record", name, "update passport.record set issued_at = issued_at + interval '1 second'" + of);
        finds("record", name, "update passport.record set submitted_by = submitted_by || 'x'" + of);
        finds("record", name, "update passport.record set service_provider = 'urn:x'" + of);
        finds("record", name, "delete from passport.record" + of);
        finds("record", model + "/2", "delete from passport.record where record_id = '" + model + "' and version = 2");
        finds("record", model + "/3", """
                insert into passport.record (record_id, version, kind, operator_id, subject, token, sha256, issued_at, submitted_by, service_provider)
                select record_id, 3, kind, operator_id, subject, token, sha256, issued_at, submitted_by, service_provider
                from passport.record where version = 2 and record_id = '%s'""".formatted(model));
        finds(
                "record",
                name,
                "update passport.record set token = (select token from passport.record where record_id = '" + model
                        + "' and version = 2)" + of);
    }

    @Test
    void an_audit_row_that_was_changed_removed_or_exchanged_is_found_and_named() throws SQLException {
        String of = " where operator_id = 'sakura-cells' and sequence = 3";
        String name = "sakura-cells 3";
        finds(
                "audit_log",
                name,
                "update passport.audit_log set entry = replace(entry, '\"at\":\"2', '\"at\":\"1')" + of);
        finds("audit_log", name, "update passport.audit_log set sha256 = reverse(sha256)" + of);
        finds("audit_log", name, "delete from passport.audit_log" + of);
        finds("audit_log", name, "update passport.audit_log set sequence = 1000000" + of);
        finds(
                "audit_log",
                name,
                "update passport.audit_log set operator_id = 'rhein-recycling', sequence = 1000000" + of);
        finds("audit_log", name, """
                update passport.audit_log a set entry = b.entry from passport.audit_log b
                where a.operator_id = 'sakura-cells' and b.operator_id = 'sakura-cells'
                  and a.sequence in (3, 5) and b.sequence = 8 - a.sequence""");
        finds("audit_log", "sakura-cells", """
                delete from passport.audit_log where operator_id = 'sakura-cells' and sequence >
                  (select max(sequence) - 1 from passport.audit_checkpoint where operator_id = 'sakura-cells')""");
        finds("audit_checkpoint", "sakura-cells", """
                update passport.audit_checkpoint set token = overlay(token placing case substr(token, 400, 1) when 'A' then 'B' else 'A' end from 400 for 1)
                where operator_id = 'sakura-cells' and sequence = (select min(sequence) from passport.audit_checkpoint where operator_id = 'sakura-cells')""");
    }

    @Test
    void an_event_that_was_changed_before_it_was_published_is_found_and_named() throws SQLException {
        String of = " where id = '" + model + "/2'";
        String name = model + "/2";
        finds("outbox", name, "update passport.outbox set payload = payload || ' '::bytea" + of);
        finds("outbox", name, "update passport.outbox set type = 'dev.denchi.record.v1.issued'" + of);
        finds("outbox", name, "update passport.outbox set aggregateid = 'urn:x:y'" + of);
        finds("outbox", name, "update passport.outbox set aggregatetype = 'battery'" + of);
        finds("outbox", name, "update passport.outbox set operator_id = 'hikari-motors'" + of);
        finds("outbox", name, "update passport.outbox set addressee = 'hikari-motors'" + of);
        finds("outbox", model + "/9", "update passport.outbox set id = '" + model + "/9'" + of);
    }

    @Test
    void what_was_derived_from_records_is_held_against_them() throws SQLException {
        String head = " where record_id = '" + model + "'";
        finds("record_head", model, "update passport.record_head set version = 1" + head);
        finds("record_head", model, "update passport.record_head set operator_id = 'hikari-motors'" + head);
        finds("record_head", model, "update passport.record_head set revoked_at = now()" + head);
        finds(
                "record_head",
                battery,
                "update passport.record_head set revoked_at = null where record_id = '" + battery + "'");
        finds("record_head", model, "delete from passport.record_head" + head);
        String passport =
                " where subject = (select subject from passport.record_head where record_id = '" + battery + "')";
        finds(
                "passport",
                "urn:uuid:",
                "update passport.passport set product_identifier = 'https://x.example/01/1/21/1'" + passport);
        finds("passport", "urn:uuid:", "update passport.passport set marked_for_deletion_at = now()" + passport);
        finds("passport", "urn:uuid:", "delete from passport.passport" + passport);
        finds(
                "battery_model",
                SUBJECT,
                "update passport.battery_model set model_id = 'X' where subject = '" + SUBJECT + "'");
        finds(
                "battery_model",
                SUBJECT,
                "update passport.battery_model set battery_category = 'LMT' where subject = '" + SUBJECT + "'");
        finds("battery_model", SUBJECT, "delete from passport.battery_model where subject = '" + SUBJECT + "'");
        finds("idempotency_key", "sakura-cells", """
                insert into passport.idempotency_key (operator_id, key, request_sha256, record_id, version)
                values ('sakura-cells', 'forged', '', '%s', 7)""".formatted(model));
        finds("access_policy", "", "update passport.access_policy set document = document || ' '::bytea");
    }

    @Test
    void bits_and_lists_of_the_status_are_held_against_what_was_superseded_and_revoked() throws SQLException {
        finds("status_bit", model + "/1 refresh", "delete from passport.status_bit where record_id = '" + model + "'");
        finds(
                "status_bit",
                battery + "/1 revocation",
                "delete from passport.status_bit where record_id = '" + battery + "'");
        finds(
                "status_bit",
                model + "/1",
                "update passport.status_bit set place = 131071 - place where record_id = '" + model + "'");
        finds("status_bit", model + "/2 revocation", """
                insert into passport.status_bit (operator_id, segment, purpose, place, record_id, version, set_at)
                select operator_id, segment, 'revocation', 0, record_id, 2, now() from passport.status_bit where record_id = '%s'""".formatted(model));
        String list = " where valid_from = (select max(valid_from) from passport.status_list)";
        finds(
                "status_list",
                "sakura-cells",
                "update passport.status_list set token = overlay(token placing case substr(token, 900, 1) when 'A' then 'B' else 'A' end from 900 for 1)"
                        + list);
        finds("status_list", "sakura-cells", "update passport.status_list set bits_set = bits_set + 5" + list);
    }

    @Test
    void reserved_places_are_held_against_the_versions_that_name_them() throws SQLException {
        String reserved = """
                insert into passport.status_place (operator_id, segment, place, reserved_at, record_id, version)
                select operator_id, segment, %s, now(), %s from passport.status_bit where record_id = '""" + model + "'";
        finds("status_place", "sakura-cells/status/", reserved.formatted("place", "null, null"));
        finds("status_place", "sakura-cells/status/", reserved.formatted("place", "'" + battery + "', 1"));
        finds("status_place", " 131072", reserved.formatted("131072", "record_id, version"));
    }

    /** The change is taken back, and the row that it touched is among those found. */
    private void finds(String table, String row, String change) throws SQLException {
        try (Connection owner = store.asOwner()) {
            owner.setAutoCommit(false);
            execute(owner, "set local session_replication_role = replica"); // a superuser asks no foreign key
            execute(owner, change);
            List<Finding> found = Integrity.check(owner, keys(), Map.of());
            owner.rollback();
            assertTrue(
                    found.stream()
                            .anyMatch(finding -> finding.table().equals(table)
                                    && finding.row().contains(row)),
                    () -> change + " is not found: " + found);
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var prepared = connection.createStatement()) {
            boolean isQuery = prepared.execute(statement);
            assertTrue(isQuery || statement.startsWith("set ") || prepared.getUpdateCount() > 0, statement);
        }
    }

    private static List<PublishedKeys> keys() {
        return Arrays.stream(People.values())
                .map(People::operator)
                .distinct()
                .map(operator -> PublishedKeys.ofDidDocument(
                        anyone().get("/operators/" + operator + "/did.json").asByteArray()))
                .toList();
    }
}
