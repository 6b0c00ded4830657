package dev.denchi.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL keeps from the service's own user when a check of the service was forgotten. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RowSecurityTest {
    private static final String OWN = "sakura-cells";
    private static final String OTHER = "hikari-motors";
    private static final String REFUSED = "42501";

    /** A row of each table that belongs to operators; %1$s is whose. */
    private static final Map<String, String> ROWS = Map.ofEntries(
            Map.entry("operator", """
                    insert into passport.operator values ('%1$s', 'n', 'urn:e')
                    on conflict (id) do update set name = excluded.name"""),
            Map.entry("record", """
                    insert into passport.record (record_id, version, kind, operator_id, subject, token, sha256, issued_at, submitted_by, service_provider)
                    values (gen_random_uuid(), 1, 'battery', '%1$s', 'urn:s', 't', 'h', now(), '%1$s k', 'urn:p')"""),
            Map.entry("record_head", """
                    insert into passport.record_head (subject, record_id, version, operator_id)
                    values (gen_random_uuid()::text, gen_random_uuid(), 1, '%1$s')"""),
            Map.entry("passport", """
                    insert into passport.passport (subject, product_identifier, operator_id)
                    values (gen_random_uuid()::text, gen_random_uuid()::text, '%1$s')"""),
            Map.entry("battery_model", """
                    insert into passport.battery_model (subject, operator_id, model_id, battery_category, issued_at)
                    values (gen_random_uuid()::text, '%1$s', 'm', 'EV', now())"""),
            Map.entry("supplied_model", """
                    insert into passport.supplied_model (operator_id, model_id, supplier_id)
                    values ('%1$s', gen_random_uuid()::text, 'rhein-recycling')"""),
            Map.entry("outbox", """
                    insert into passport.outbox (id, aggregatetype, aggregateid, type, payload, operator_id)
                    values ('i', 'battery', 's', 't', '', '%1$s')"""),
            Map.entry("idempotency_key", """
                    insert into passport.idempotency_key (operator_id, key, request_sha256, record_id, version)
                    values ('%1$s', gen_random_uuid()::text, 'h', gen_random_uuid(), 1)"""),
            Map.entry("import_document", """
                    insert into passport.import_document (id, operator_id, format, raw, received_at)
                    values (gen_random_uuid(), '%1$s', 'f', '', now())"""),
            Map.entry("bulk", """
                    insert into passport.bulk (id, operator_id, key, kind, sending, state, accepted, repeated, refused, started_at, updated_at)
                    values (gen_random_uuid(), '%1$s', gen_random_uuid()::text, 'battery', 1, 'running', 0, 0, 0, now(), now())"""),
            Map.entry("bulk_line", """
                    insert into passport.bulk_line (bulk_id, line, status)
                    values (md5('%1$s')::uuid, (random() * 1e15)::bigint, 'accepted')"""),
            Map.entry("api_key", """
                    insert into passport.api_key (id, key_sha256, operator_id, name, role, administrator, created_at, expires_at, from_file)
                    values (gen_random_uuid(), gen_random_uuid()::text, '%1$s', 'n', 'AUTHORITY', true, now(), now(), false)"""),
            Map.entry("status_segment", """
                    insert into passport.status_segment (operator_id, segment) values ('%1$s', gen_random_uuid()::text)"""),
            Map.entry("status_block", """
                    insert into passport.status_block (operator_id, segment, number, places)
                    values ('%1$s', 'row security', (random() * 1e9)::integer, '{}')"""),
            Map.entry("status_place", """
                    insert into passport.status_place (operator_id, segment, place, reserved_at)
                    values ('%1$s', 'row security', (random() * 1e9)::integer, now())"""),
            Map.entry("status_bit", """
                    insert into passport.status_bit (operator_id, segment, purpose, place, record_id, version, set_at)
                    values ('%1$s', 'row security', 'refresh', (random() * 1e9)::integer, gen_random_uuid(), 1, now())"""),
            Map.entry("status_list", """
                    insert into passport.status_list (operator_id, segment, purpose, valid_from, bits_set, valid_until, token)
                    values ('%1$s', 'row security', 'refresh', clock_timestamp(), 0, now(), 't')"""),
            Map.entry("foreign_operator", """
                    insert into passport.foreign_operator (operator_id, did, did_document, held_by, imported_at)
                    values ('%1$s', gen_random_uuid()::text, '', '%1$s', now())"""),
            Map.entry("foreign_issuer", """
                    insert into passport.foreign_operator (operator_id, did, did_document, held_by, imported_at)
                    values ('%1$s', gen_random_uuid()::text, '', '%1$s', now());
                    insert into passport.foreign_issuer (operator_id, did, did_document)
                    values ('%1$s', gen_random_uuid()::text, '')"""),
            Map.entry("audit_pending", """
                    insert into passport.audit_pending (operator_id, entry) values ('%1$s', '{}')"""),
            Map.entry("audit_checkpoint", """
                    insert into passport.audit_checkpoint (operator_id, sequence, token)
                    values ('%1$s', (random() * 1e15)::bigint, 't')"""),
            Map.entry("plant", """
                    insert into passport.plant (plant_id, operator_id, name, address, open_id, created_at)
                    values (gen_random_uuid(), '%1$s', 'n', 'a', gen_random_uuid()::text, now())"""),
            Map.entry("part", """
                    with at as (insert into passport.plant (plant_id, operator_id, name, address, open_id, created_at)
                      values (gen_random_uuid(), '%1$s', 'n', 'a', gen_random_uuid()::text, now()) returning plant_id)
                    insert into passport.part (trace_id, operator_id, plant_id, name, terminated)
                    select gen_random_uuid(), '%1$s', plant_id, 'n', true from at"""),
            Map.entry("trade", """
                    insert into passport.trade (trade_id, status_id, request_type, downstream_operator_id, downstream_trace_id,
                      upstream_operator_id, due, status, completed_at, trades_at, created_at)
                    values (gen_random_uuid(), gen_random_uuid(), 'CFP', '%1$s', gen_random_uuid(),
                      'market-surveillance', now(), 'NOT_COMPLETED', now(), now(), now())"""),
            Map.entry("notification", """
                    with asked as (insert into passport.trade (trade_id, status_id, request_type, downstream_operator_id, downstream_trace_id,
                      upstream_operator_id, due, status, completed_at, trades_at, created_at)
                      values (gen_random_uuid(), gen_random_uuid(), 'CFP', '%1$s', gen_random_uuid(),
                        'market-surveillance', now(), 'NOT_COMPLETED', now(), now(), now()) returning trade_id)
                    insert into passport.notification (notification_id, operator_id, from_operator_id, type, trade_id, notified_at)
                    select gen_random_uuid(), '%1$s', '%1$s', 'REQUEST_NEW', trade_id, now() from asked"""),
            Map.entry("request_track", """
                    insert into passport.request_track (track_id, operator_id, accepted_at, succeeded)
                    values (gen_random_uuid(), '%1$s', now(), true)"""),
            Map.entry("certificate", """
                    insert into passport.certificate (certificate_id, trace_id, operator_id, changed_at)
                    values (gen_random_uuid(), md5('%1$s')::uuid, '%1$s', now()) on conflict do nothing"""),
            Map.entry("certificate_file", """
                    insert into passport.certificate_file (file_id, operator_id, name, registered_at)
                    values (gen_random_uuid(), '%1$s', 'a.pdf', now())"""),
            Map.entry("certificate_release", """
                    insert into passport.certificate_release (trace_id, to_operator_id, operator_id, released, decided_at)
                    values (md5('%1$s')::uuid, 'market-surveillance', '%1$s', true, now()) on conflict do nothing"""),
            Map.entry("file_content", """
                    insert into passport.file_content (content_id, operator_id, sha256, size, kept_at)
                    values (gen_random_uuid(), '%1$s', gen_random_uuid()::text, 1, now())"""),
            Map.entry("file_piece", """
                    insert into passport.file_piece (content_id, number, operator_id, bytes)
                    values (md5('%1$s')::uuid, (random() * 1e9)::integer, '%1$s', 'a')"""),
            Map.entry("document", """
                    insert into passport.document (operator_id, sha256, content_id, media_type, size, kept_at)
                    values ('%1$s', md5(random()::text) || md5(random()::text), md5('%1$s')::uuid, 'text/plain', 1, now())"""),
            Map.entry("document_pin", """
                    insert into passport.document_pin (operator_id, sha256, record_id, version, attribute)
                    values ('%1$s', 'h', gen_random_uuid(), 1, '/a')"""),
            Map.entry("part_statement", """
                    with at as (insert into passport.plant (plant_id, operator_id, name, address, open_id, created_at)
                        values (gen_random_uuid(), '%1$s', 'n', 'a', gen_random_uuid()::text, now()) returning plant_id),
                      of as (insert into passport.part (trace_id, operator_id, plant_id, name, terminated)
                        select gen_random_uuid(), '%1$s', plant_id, 'n', true from at returning trace_id)
                    insert into passport.part_statement (trace_id, request_type, version, operator_id, content, at)
                    select trace_id, 'DD', 1, '%1$s', '{}', now() from of"""),
            Map.entry("statement_release", """
                    with at as (insert into passport.plant (plant_id, operator_id, name, address, open_id, created_at)
                        values (gen_random_uuid(), '%1$s', 'n', 'a', gen_random_uuid()::text, now()) returning plant_id),
                      of as (insert into passport.part (trace_id, operator_id, plant_id, name, terminated)
                        select gen_random_uuid(), '%1$s', plant_id, 'n', true from at returning trace_id)
                    insert into passport.statement_release (trace_id, request_type, to_operator_id, operator_id, released, decided_at)
                    select trace_id, 'DD', 'market-surveillance', '%1$s', true, now() from of"""),
            Map.entry("part_progress", """
                    with at as (insert into passport.plant (plant_id, operator_id, name, address, open_id, created_at)
                        values (gen_random_uuid(), '%1$s', 'n', 'a', gen_random_uuid()::text, now()) returning plant_id),
                      of as (insert into passport.part (trace_id, operator_id, plant_id, name, terminated)
                        select gen_random_uuid(), '%1$s', plant_id, 'n', true from at returning trace_id)
                    insert into passport.part_progress select trace_id, 'DD', '%1$s', 0, 0, true from of"""),
            Map.entry("told_statement", """
                    with asked as (insert into passport.trade (trade_id, status_id, request_type, downstream_operator_id, downstream_trace_id,
                        upstream_operator_id, due, status, completed_at, trades_at, created_at)
                      values (gen_random_uuid(), gen_random_uuid(), 'DD', '%1$s', gen_random_uuid(),
                        'market-surveillance', now(), 'NOT_COMPLETED', now(), now(), now()) returning trade_id)
                    insert into passport.told_statement (trade_id, version, upstream_operator_id, downstream_operator_id, at)
                    select trade_id, 1, '%1$s', 'market-surveillance', now() from asked"""),
            Map.entry("issuer", "insert into passport.issuer values ('did:web:' || gen_random_uuid(), '%1$s')"),
            Map.entry("issuer_key", """
                    insert into passport.issuer_key (key_id, id, did, operator_id, jwk, created_at, created_by)
                    values (gen_random_uuid()::text, gen_random_uuid(),
                      (select min(did) from passport.issuer where operator_id = '%1$s'), '%1$s', '{}', now(), 'k')"""),
            Map.entry("partner_grant", """
                    insert into passport.partner_grant (id, operator_id, partner, attributes, builds_passports, purpose, valid_from, valid_until, created_at)
                    values (gen_random_uuid(), '%1$s', 'PARTICIPANT:p', '', false, 'p', now(), now() + interval '1 day', now())"""),
            Map.entry("lot", """
                    insert into passport.lot (record_id, operator_id, number, version, sha256, material, mass_mg, facility_scheme, facility_value,
                      produced_on, custody_model, elements, total_mg, pre_consumer_mg, post_consumer_mg, assayed, assay_percent, assay_uncertainty,
                      evidence, evidence_sha256)
                    values (gen_random_uuid(), '%1$s', gen_random_uuid()::text, 1, 'h', 'LEAD', 1, 'GLN', '1', now(), 'SEGREGATED',
                      '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')"""),
            Map.entry("lot_holding", """
                    insert into passport.lot_holding (lot, operator_id, facility_scheme, facility_value, received_mg, lot_version)
                    values (gen_random_uuid(), '%1$s', 'GLN', '1', 1, 1)"""),
            Map.entry("transformation", """
                    insert into passport.transformation (record_id, operator_id, number, version, sha256, type, facility_scheme, facility_value,
                      begun_on, ended_on, custody_model, evidence, evidence_sha256, inputs, input_mg, outputs)
                    values (gen_random_uuid(), '%1$s', gen_random_uuid()::text, 1, 'h', 'BLENDING', 'GLN', '1', now(), now(), 'SEGREGATED',
                      '{}', '{}', '{}', '{}', '{}')"""),
            Map.entry("lot_use", """
                    insert into passport.lot_use (lot, transformation, operator_id, mass_mg)
                    values (gen_random_uuid(), gen_random_uuid(), '%1$s', 1)"""),
            Map.entry("lot_transfer", """
                    insert into passport.lot_transfer (record_id, operator_id, number, version, sha256, facility_scheme, facility_value, receiver_id,
                      receiver_facility_scheme, receiver_facility_value, lot, mass_mg, given_on)
                    values (gen_random_uuid(), '%1$s', gen_random_uuid()::text, 1, 'h', 'GLN', '1', 'denchi', 'GLN', '2', gen_random_uuid(), 1, now())"""),
            Map.entry("claim", """
                    insert into passport.claim (record_id, operator_id, model_id, facility_scheme, facility_value, year, version, sha256)
                    values (gen_random_uuid(), '%1$s', 'm', 'GLN', '1', 2026, 1, 'h')"""),
            Map.entry("claim_use", """
                    insert into passport.claim_use (claim, lot, consumed_on, operator_id, mass_mg)
                    values (gen_random_uuid(), gen_random_uuid(), now(), '%1$s', 1)"""),
            Map.entry("claim_verdict", """
                    insert into passport.claim_verdict (claim, number, operator_id, record_version, state, behind_sha256, document, judged_at)
                    values (gen_random_uuid(), 1, '%1$s', 1, 'SUPPORTED', 'h', '', now())"""),
            Map.entry("allocation", """
                    insert into passport.allocation values ('%1$s', 'GLN', gen_random_uuid()::text, 'NICKEL', 'PRE_CONSUMER', 2026, 1, 1, 1)"""),
            Map.entry("allocation_site", """
                    insert into passport.allocation_site values ('%1$s', 'GLN', gen_random_uuid()::text, 1)"""));

    private static final List<String> NOBODY_ELSES = List.of(
            "api_key",
            "audit_checkpoint",
            "bulk",
            "bulk_line",
            "certificate",
            "certificate_file",
            "certificate_release",
            "document",
            "document_pin",
            "file_content",
            "file_piece",
            "idempotency_key",
            "import_document",
            "notification",
            "outbox",
            "part",
            "part_progress",
            "part_statement",
            "partner_grant",
            "plant",
            "request_track",
            "statement_release",
            "status_block",
            "status_place",
            "told_statement",
            "trade",
            "lot",
            "lot_holding",
            "transformation",
            "lot_use",
            "lot_transfer",
            "claim",
            "claim_use",
            "claim_verdict",
            "allocation",
            "allocation_site");

    @Inject
    Store store;

    /** The service's own. */
    @Inject
    DataSource service;

    @BeforeEach
    void each_operator_has_an_upload_that_lines_can_belong_to() throws SQLException {
        for (String operator : List.of(OWN, OTHER)) {
            try (Connection owner = store.asOwner()) {
                execute(owner, """
                        insert into passport.bulk (id, operator_id, key, kind, sending, state, accepted, repeated, refused, started_at, updated_at)
                        values (md5('%1$s')::uuid, '%1$s', 'row security', 'battery', 1, 'running', 0, 0, 0, now(), now())
                        on conflict do nothing""".formatted(operator));
                execute(owner, """
                        insert into passport.status_segment (operator_id, segment) values ('%s', 'row security')
                        on conflict do nothing""".formatted(operator));
                execute(owner, """
                        insert into passport.plant (plant_id, operator_id, name, address, open_id, created_at)
                        values (md5('%1$s')::uuid, '%1$s', 'n', 'a', 'row security', now()) on conflict do nothing;
                        insert into passport.part (trace_id, operator_id, plant_id, name, terminated)
                        values (md5('%1$s')::uuid, '%1$s', md5('%1$s')::uuid, 'row security', true) on conflict do nothing;
                        insert into passport.file_content (content_id, operator_id, sha256, size, kept_at)
                        values (md5('%1$s')::uuid, '%1$s', 'row security', 1, now()) on conflict do nothing""".formatted(operator));
            }
        }
    }

    @Test
    void takes_rows_of_the_declared_operator_only() throws SQLException {
        for (Map.Entry<String, String> row : ROWS.entrySet()) {
            String own = row.getValue().formatted(OWN);
            assertEquals("", stateAfter(OWN, own), row::getKey);
            assertEquals("", stateAfter(OTHER + "," + OWN, own), row::getKey);
            assertEquals(REFUSED, stateAfter(OTHER, own), row::getKey);
            assertEquals(REFUSED, stateAfter("", own), row::getKey);
            assertEquals(REFUSED, stateAfter(null, own), row::getKey);
            assertEquals(REFUSED, stateAfter(OWN + "-2," + OWN.substring(1), own), row::getKey);
        }
    }

    @Test
    void hides_what_is_nobody_elses() throws SQLException {
        for (String table : NOBODY_ELSES) {
            try (Connection connection = service.getConnection()) {
                connection.setAutoCommit(false);
                declare(connection, OWN);
                execute(connection, ROWS.getOrDefault(table, "").formatted(OWN));
                assertTrue(count(connection, table) > 0, table);
                declare(connection, "nobody-here");
                assertEquals(0, count(connection, table), table);
                declare(connection, "");
                assertEquals(0, count(connection, table), table);
                connection.rollback();
                assertEquals(0, count(connection, table), table);
            }
        }
    }

    @Test
    void shows_a_grant_to_its_partner_who_cannot_change_it() throws SQLException {
        String id = UUID.randomUUID().toString();
        try (Connection connection = service.getConnection()) {
            connection.setAutoCommit(false);
            declare(connection, OWN);
            execute(connection, """
                    insert into passport.partner_grant (id, operator_id, partner, attributes, builds_passports, purpose, valid_from, valid_until, created_at)
                    values ('%s', '%s', 'OPERATOR:%s', '', false, 'p', now(), now() + interval '1 day', now())""".formatted(id, OWN, OTHER));
            String grant = " from passport.partner_grant where id = '" + id + "'";
            declare(connection, OTHER);
            assertEquals("1", text(connection, "select count(*)" + grant));
            assertEquals(
                    0,
                    execute(
                            connection,
                            "update passport.partner_grant set revoked_at = now() where id = '" + id + "'"));
            declare(connection, "hikari");
            assertEquals("0", text(connection, "select count(*)" + grant));
            declare(connection, "");
            assertEquals(
                    id,
                    text(
                            connection,
                            "select id from passport.grants_in_force('OPERATOR:" + OTHER + "', array['" + OWN
                                    + "'], now()) where id = '" + id + "'"));
            connection.rollback();
        }
    }

    @Test
    void an_issuer_elsewhere_is_added_by_who_holds_its_operators_records() throws SQLException {
        String issuer = """
                insert into passport.foreign_issuer (operator_id, did, did_document)
                values ('%s', gen_random_uuid()::text, '')""".formatted(OWN);
        try (Connection connection = service.getConnection()) {
            connection.setAutoCommit(false);
            declare(connection, OWN + "," + OTHER);
            execute(connection, """
                    insert into passport.foreign_operator (operator_id, did, did_document, held_by, imported_at)
                    values ('%s', gen_random_uuid()::text, '', '%s', now())""".formatted(OWN, OTHER));
            execute(connection, "savepoint held");
            for (String declared : List.of(OTHER, OWN, "")) {
                declare(connection, declared);
                SQLException refused = assertThrows(SQLException.class, () -> execute(connection, issuer), declared);
                assertEquals(REFUSED, refused.getSQLState());
                execute(connection, "rollback to savepoint held");
            }
            declare(connection, OWN + "," + OTHER);
            assertEquals(1, execute(connection, issuer));
            connection.rollback();
        }
    }

    @Test
    void a_reserved_place_is_used_once_and_by_its_operator_alone() throws SQLException {
        String use = "update passport.status_place set record_id = gen_random_uuid(), version = 1 where place = -1";
        try (Connection connection = service.getConnection()) {
            connection.setAutoCommit(false);
            declare(connection, OWN);
            execute(connection, """
                    insert into passport.status_place (operator_id, segment, place, reserved_at)
                    values ('%s', 'row security', -1, now())""".formatted(OWN));
            declare(connection, OTHER);
            assertEquals(0, execute(connection, use));
            declare(connection, OWN);
            assertEquals(1, execute(connection, use));
            assertEquals(0, execute(connection, use));
            connection.rollback();
        }
        assertEquals(REFUSED, stateAfter(OWN, "delete from passport.status_place"));
        assertEquals(REFUSED, stateAfter(OWN, "update passport.status_place set place = 5"));
    }

    @Test
    void the_one_asked_reads_the_request_and_the_part_but_neither_writes_what_is_the_others() throws SQLException {
        try (Connection connection = service.getConnection()) {
            connection.setAutoCommit(false);
            declare(connection, OWN);
            execute(connection, ROWS.getOrDefault("part", "").formatted(OWN));
            String part =
                    text(connection, "select trace_id from passport.part where operator_id = '" + OWN + "' limit 1");
            execute(connection, """
                    insert into passport.trade (trade_id, status_id, request_type, downstream_operator_id, downstream_trace_id,
                      upstream_operator_id, due, status, completed_at, trades_at, created_at)
                    values ('%s', gen_random_uuid(), 'DD', '%s', '%s', '%s', now(), 'NOT_COMPLETED', now(), now(), now())""".formatted(part, OWN, part, OTHER));
            String trade = " from passport.trade where trade_id = '" + part + "'";
            declare(connection, OTHER);
            assertEquals("1", text(connection, "select count(*)" + trade));
            assertEquals("1", text(connection, "select count(*) from passport.part where trace_id = '" + part + "'"));
            assertEquals(
                    0,
                    execute(connection, "update passport.part set terminated = true where trace_id = '" + part + "'"));
            declare(connection, "rhein-recycling");
            assertEquals("0", text(connection, "select count(*)" + trade));
            assertEquals("0", text(connection, "select count(*) from passport.part where trace_id = '" + part + "'"));
            assertEquals(
                    0,
                    execute(connection, "update passport.trade set status = 'CANCEL' where trade_id = '" + part + "'"));
            connection.rollback();
        }
    }

    @Test
    void nobody_tells_anything_in_anothers_name_and_only_who_is_told_reads_it() throws SQLException {
        String trade = UUID.randomUUID().toString();
        String told = """
                insert into passport.notification (notification_id, operator_id, from_operator_id, type, trade_id, notified_at)
                values (gen_random_uuid(), '%s', '%s', 'REQUEST_NEW', '%s', now())""".formatted(OTHER, OWN, trade);
        try (Connection connection = service.getConnection()) {
            connection.setAutoCommit(false);
            declare(connection, OWN);
            execute(connection, """
                    insert into passport.trade (trade_id, status_id, request_type, downstream_operator_id, downstream_trace_id,
                      upstream_operator_id, due, status, completed_at, trades_at, created_at)
                    values ('%s', gen_random_uuid(), 'CFP', '%s', gen_random_uuid(), '%s', now(), 'NOT_COMPLETED', now(), now(), now())""".formatted(trade, OWN, OTHER));
            execute(connection, told);
            String count = "select count(*) from passport.notification where trade_id = '" + trade + "'";
            assertEquals("0", text(connection, count));
            declare(connection, OTHER);
            assertEquals("1", text(connection, count));
            SQLException refused = assertThrows(SQLException.class, () -> execute(connection, told));
            assertEquals(REFUSED, refused.getSQLState());
            connection.rollback();
        }
    }

    @Test
    void a_customer_reads_a_certificate_as_long_as_it_is_released_and_he_asks() throws SQLException {
        try (Connection connection = service.getConnection()) {
            connection.setAutoCommit(false);
            declare(connection, OWN);
            execute(connection, ROWS.getOrDefault("certificate", "").formatted(OWN));
            execute(connection, ROWS.getOrDefault("file_piece", "").formatted(OWN));
            execute(connection, """
                    insert into passport.certificate_file
                    select gen_random_uuid(), operator_id, 'a.pdf', now(), md5('%1$s')::uuid, 'm', 1, 'h', certificate_id, now()
                    from passport.certificate where trace_id = md5('%1$s')::uuid""".formatted(OWN));
            List<String> tables = List.of("certificate", "certificate_file", "file_piece");
            requireRows(connection, tables, OTHER, 0);
            declare(connection, OWN);
            execute(
                    connection,
                    ROWS.getOrDefault("certificate_release", "")
                            .replace("market-surveillance", OTHER)
                            .formatted(OWN));
            requireRows(connection, tables, OTHER, 0);
            execute(connection, """
                    insert into passport.trade (trade_id, status_id, request_type, downstream_operator_id, downstream_trace_id,
                      upstream_operator_id, due, status, completed_at, trades_at, created_at, upstream_trace_id)
                    values (gen_random_uuid(), gen_random_uuid(), 'CFP', '%1$s', md5('%1$s')::uuid,
                      '%2$s', now(), 'NOT_COMPLETED', now(), now(), now(), md5('%2$s')::uuid)""".formatted(OTHER, OWN));
            requireRows(connection, tables, OTHER, 1);
            requireRows(connection, tables, "rhein-recycling", 0);
            requireRows(connection, List.of("file_content"), "rhein-recycling", 0);
            declare(connection, OTHER);
            assertEquals(0, execute(connection, "delete from passport.certificate where operator_id = '" + OWN + "'"));
            declare(connection, OWN);
            execute(connection, "update passport.certificate_release set released = false");
            requireRows(connection, tables, OTHER, 0);
            connection.rollback();
        }
    }

    private static void requireRows(Connection connection, List<String> tables, String declared, int count)
            throws SQLException {
        declare(connection, declared);
        for (String table : tables) {
            assertEquals(
                    Integer.toString(count),
                    text(connection, "select count(*) from passport." + table + " where operator_id = '" + OWN + "'"),
                    table);
        }
    }

    @Test
    void another_operators_rows_stay_as_they_are() throws SQLException {
        try (Connection connection = service.getConnection()) {
            connection.setAutoCommit(false);
            for (String change : List.of(
                    "update passport.record_head set version = version",
                    "update passport.passport set marked_for_deletion_at = now()",
                    "update passport.battery_model set issued_at = issued_at",
                    "update passport.api_key set revoked_at = revoked_at",
                    "update passport.partner_grant set revoked_at = revoked_at",
                    "update passport.issuer_key set certificates = certificates",
                    "update passport.bulk set sending = sending",
                    "update passport.bulk_line set status = status",
                    "update passport.operator set name = name",
                    "delete from passport.bulk_line",
                    "update passport.certificate_release set released = released",
                    "update passport.certificate_file set added_at = added_at",
                    "delete from passport.certificate_file",
                    "update passport.certificate set description = description",
                    "delete from passport.certificate",
                    "delete from passport.document",
                    "delete from passport.file_content",
                    "update passport.lot set version = version",
                    "update passport.lot_holding set drawn_mg = drawn_mg",
                    "update passport.transformation set version = version",
                    "update passport.lot_transfer set state = state",
                    "update passport.claim set version = version",
                    "update passport.allocation set inflow_mg = inflow_mg",
                    "delete from passport.lot_use",
                    "delete from passport.claim_use",
                    "delete from passport.request_track")) {
                String table = change.replaceFirst(".*passport\\.(\\w+).*", "$1");
                declare(connection, OWN + "," + OTHER);
                execute(connection, ROWS.getOrDefault(table, "").formatted(OTHER));
                declare(connection, "rhein-recycling");
                int mine = Integer.parseInt(
                        text(connection, "select count(*) from passport." + table + " where " + whose(table)));
                assertEquals(mine, execute(connection, change), change);
                declare(connection, "");
                assertEquals(0, execute(connection, change), change);
                declare(connection, OTHER);
                assertTrue(execute(connection, change) > 0, change);
            }
            connection.rollback();
        }
    }

    @Test
    void what_is_kept_for_good_is_neither_changed_nor_removed() throws SQLException {
        for (String change : List.of(
                "update passport.record set token = token",
                "delete from passport.record",
                "truncate passport.record",
                "delete from passport.record_head",
                "update passport.record_head set operator_id = operator_id",
                "update passport.record_head set record_id = record_id",
                "update passport.passport set subject = subject",
                "delete from passport.passport",
                "delete from passport.battery_model",
                "update passport.supplied_model set supplier_id = supplier_id",
                "delete from passport.supplied_model",
                "update passport.idempotency_key set record_id = record_id",
                "delete from passport.idempotency_key",
                "update passport.import_document set raw = raw",
                "delete from passport.import_document",
                "update passport.certificate set trace_id = trace_id",
                "update passport.certificate_file set name = name",
                "update passport.certificate_release set to_operator_id = to_operator_id",
                "update passport.document set media_type = media_type",
                "update passport.document_pin set sha256 = sha256",
                "delete from passport.document_pin",
                "update passport.file_content set sha256 = sha256",
                "update passport.file_piece set bytes = bytes",
                "delete from passport.file_piece",
                "update passport.access_policy set document = document",
                "delete from passport.access_policy",
                "update passport.partner_grant set attributes = attributes",
                "delete from passport.partner_grant",
                "update passport.issuer set operator_id = operator_id",
                "delete from passport.issuer",
                "update passport.issuer_key set jwk = jwk",
                "update passport.issuer_key set signs_from = signs_from",
                "delete from passport.issuer_key",
                "update passport.api_key set role = role",
                "update passport.api_key set operator_id = operator_id",
                "delete from passport.api_key",
                "delete from passport.bulk",
                "delete from passport.operator",
                "insert into passport.audit_log (operator_id, sequence, entry, sha256) values ('sakura-cells', 1, '{}', '')",
                "update passport.audit_log set entry = entry",
                "delete from passport.audit_log",
                "select entry from passport.audit_pending",
                "update passport.audit_pending set entry = entry",
                "delete from passport.audit_pending",
                "update passport.audit_checkpoint set token = token",
                "delete from passport.audit_checkpoint",
                "update passport.status_bit set reason = reason",
                "delete from passport.status_bit",
                "update passport.status_list set token = token",
                "delete from passport.status_list",
                "delete from passport.status_segment",
                "update passport.outbox set payload = payload",
                "update passport.part set name = name",
                "update passport.part set operator_id = operator_id",
                "update passport.trade set upstream_operator_id = upstream_operator_id",
                "delete from passport.trade",
                "update passport.footprint set main_production = 0",
                "delete from passport.footprint",
                "update passport.answer set main_emission = 0",
                "delete from passport.answer",
                "update passport.notification set type = type",
                "delete from passport.notification",
                "update passport.request_track set succeeded = false",
                "delete from passport.outbox",
                "delete from passport.lot",
                "delete from passport.lot_holding",
                "delete from passport.transformation",
                "delete from passport.lot_transfer",
                "update passport.lot_transfer set operator_id = operator_id",
                "delete from passport.claim",
                "update passport.claim_verdict set state = state",
                "delete from passport.claim_verdict",
                "delete from passport.allocation",
                "update passport.pseudonym_key set secret = secret",
                "select from passport.flyway_schema_history")) {
            assertEquals(REFUSED, stateAfter(OWN, change), change);
        }
    }

    @Test
    void the_user_of_the_service_owns_nothing_and_cannot_free_himself() throws SQLException {
        try (Connection connection = service.getConnection()) {
            assertEquals("t", text(connection, "select row_security_active('passport.record')"));
            assertEquals("f", text(connection, """
                            select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
                            from pg_roles where rolname = current_user"""));
            assertEquals(
                    "0",
                    text(connection, "select count(*) from pg_class where pg_get_userbyid(relowner) = current_user"));
        }
        for (String attempt : List.of(
                "alter table passport.record disable row level security",
                "drop policy written_as_declared on passport.record",
                "create table passport.mine (id text)",
                "create or replace function passport.declared_operators() returns text[] language sql as 'select null::text[]'",
                "set role denchi",
                "alter role denchi_service bypassrls")) {
            assertEquals(REFUSED, stateAfter(OWN, attempt), attempt);
        }
        assertEquals(REFUSED, stateAfter(OWN, "set local row_security = off; select count(*) from passport.api_key"));
    }

    @Test
    void a_declaration_ends_with_its_transaction() throws SQLException {
        try (Connection connection = service.getConnection()) {
            connection.setAutoCommit(false);
            declare(connection, OWN);
            assertTrue(count(connection, "bulk") > 0);
            connection.commit();
            assertEquals(0, count(connection, "bulk"));
        }
    }

    /** As the first versions of several operators' records are written. */
    @Test
    void a_statement_can_declare_itself_and_no_more() throws SQLException {
        String statement = """
                with declared as materialized (select set_config('denchi.operators', '%s', true)),
                given as (select t.* from declared, unnest(array['sakura-cells', 'hikari-motors']) as t(operator_id)),
                heads as (insert into passport.record_head (subject, record_id, version, operator_id)
                  select gen_random_uuid()::text, gen_random_uuid(), 1, operator_id from given)
                insert into passport.outbox (id, aggregatetype, aggregateid, type, payload, operator_id)
                select 'i', 'battery', 's', 't', '', operator_id from given""";
        assertEquals("", stateAfter(null, statement.formatted(OWN + "," + OTHER)));
        assertEquals(REFUSED, stateAfter(null, statement.formatted(OWN)));
        assertEquals(REFUSED, stateAfter(null, statement.formatted(OTHER)));
        assertEquals(REFUSED, stateAfter(OWN + "," + OTHER, statement.formatted(OWN)));
    }

    @Test
    void functions_that_reach_further_are_the_services_alone_and_find_their_tables_on_their_own() throws SQLException {
        try (Connection owner = store.asOwner()) {
            assertEquals("", text(owner, """
                    select coalesce(string_agg(proname, ', '), '') from pg_proc
                    where pronamespace = 'passport'::regnamespace and prosecdef
                      and (proconfig is null or not 'search_path=passport, pg_temp' = any (proconfig)
                        or prorettype <> 'trigger'::regtype and (proacl is null or exists (
                          select from aclexplode(proacl) where grantee = 0)))"""));
            assertEquals(
                    "1", text(owner, "select count(*) from pg_proc where prosecdef and proname = 'key_with_hash'"));
        }
    }

    @Test
    void every_table_of_operators_has_its_policies() throws SQLException {
        try (Connection owner = store.asOwner()) {
            assertEquals(List.of(), Policies.missing(owner));
        }
    }

    @Test
    void a_table_without_a_policy_would_be_found() throws SQLException {
        try (Connection owner = store.asOwner()) {
            owner.setAutoCommit(false);
            execute(owner, "create table passport.forgotten (operator_id text)");
            assertEquals(List.of("forgotten: row-level security is off"), Policies.missing(owner));
            execute(owner, "alter table passport.forgotten enable row level security");
            execute(owner, "grant insert on passport.forgotten to denchi_service");
            assertEquals(List.of("forgotten: no policy for INSERT"), Policies.missing(owner));
            execute(owner, "create policy anything on passport.forgotten using (operator_id is not null)");
            assertEquals(List.of("forgotten: a policy for INSERT asks for no declaration"), Policies.missing(owner));
            execute(owner, "grant select on passport.forgotten to denchi_service");
            assertTrue(Policies.missing(owner).contains("forgotten: a policy for SELECT asks for no declaration"));
            execute(owner, "create table passport.shared (id text)");
            assertTrue(Policies.missing(owner)
                    .contains("shared: is it some operator's? Give it a policy, or name it in this test"));
            owner.rollback();
            assertFalse(Policies.missing(owner).toString().contains("forgotten"));
        }
    }

    private static String whose(String table) {
        return switch (table) {
            case "operator" -> "id = 'rhein-recycling'";
            case "bulk_line" -> "true";
            default -> "operator_id = 'rhein-recycling'";
        };
    }

    /** The SQLSTATE that the statement fails with, empty when it succeeds; nothing of it stays. */
    private String stateAfter(@Nullable String operators, String statement) throws SQLException {
        try (Connection connection = service.getConnection()) {
            connection.setAutoCommit(false);
            if (operators != null) {
                declare(connection, operators);
            }
            try {
                execute(connection, statement);
                return "";
            } catch (SQLException e) {
                return e.getSQLState();
            } finally {
                connection.rollback();
            }
        }
    }

    private static void declare(Connection connection, String operators) throws SQLException {
        text(connection, "select set_config('denchi.operators', '" + operators + "', true)");
    }

    private static int count(Connection connection, String table) throws SQLException {
        return Integer.parseInt(text(connection, "select count(*) from passport." + table));
    }

    private static int execute(Connection connection, String statement) throws SQLException {
        try (var prepared = connection.createStatement()) {
            return prepared.execute(statement) ? 0 : prepared.getUpdateCount();
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertTrue(rows.next(), query);
            return rows.getString(1);
        }
    }
}
