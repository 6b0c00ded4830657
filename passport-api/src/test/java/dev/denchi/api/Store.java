package dev.denchi.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the database holds, asked past the service and as its owner. */
@Singleton
class Store {
    /** Events leave the outbox on their own; one without its record must never be in it. */
    private static final String STATE = """
            select concat_ws(' ',
              (select count(*) from passport.record), (select sum(version) from passport.record_head),
              (select count(*) from passport.record_head), (select count(*) from passport.passport),
              (select count(*) from passport.battery_model), (select count(*) from passport.supplied_model),
              (select count(*) from passport.idempotency_key),
              (select count(*) from passport.stopped_transfer), (select count(*) from passport.api_key), (select count(*) from passport.partner_grant),
              (select count(*) from passport.import_document), (select count(*) from passport.status_bit),
              (select count(*) from passport.status_place), (select count(record_id) from passport.status_place),
              (select count(*) from passport.operator), (select count(*) from passport.issuer_key), (select count(*) from passport.foreign_operator),
              (select count(*) from passport.foreign_issuer),
              (select count(*) from passport.notification), (select count(*) from passport.outbox o where addressee is null and not exists
                (select from passport.record r where r.record_id || '/' || r.version = regexp_replace(o.id, '/(revoked|flagged/\\d+)$', ''))))
            """;

    private final String url;
    private final String owner;
    private final String password;

    Store(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String owner,
            @ConfigProperty(name = "quarkus.flyway.password") String password) {
        this.url = url;
        this.owner = owner;
        this.password = password;
    }

    /** As the owner of the tables, from whom row-level security keeps nothing back. */
    Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url, owner, password);
    }

    /** The answer to a request that left everything as it was. */
    Response unchangedBy(Supplier<Response> request) {
        String before = text(STATE);
        Response answer = request.get();
        assertEquals(before, text(STATE), "something was stored");
        return answer;
    }

    /** Until every entry of the audit log is chained, and the ends of the logs are signed. */
    void untilSealed() throws InterruptedException {
        String open =
                "select exists (select from passport.audit_pending) or exists (select from passport.audit_unsigned())";
        for (int i = 0; i < 200 && text(open).equals("t"); i++) {
            Thread.sleep(100);
        }
        assertEquals("f", text(open), "the sealer is behind");
    }

    /** The record of a subject. */
    String recordOf(String subject) {
        return text("select record_id::text from passport.record_head where subject = '" + subject + "'");
    }

    long records() {
        return Long.parseLong(text("select count(*)::text from passport.record"));
    }

    long recordsOf(String subject) {
        return Long.parseLong(text(
                "select count(*)::text from passport.record where subject = '" + subject.replace("'", "''") + "'"));
    }

    /** Whether any row of the table has this text anywhere. */
    boolean has(String table, String text) {
        return Boolean.parseBoolean(text("select coalesce(bool_or(position('" + text.replace("'", "''")
                + "' in t::text) > 0), false)::text from passport." + table + " t"));
    }

    /** Revokes as another replica does it. */
    void revoke(String table, String id) {
        change("update passport." + table + " set revoked_at = now() where id = ?::uuid", id);
    }

    /** As another replica does it. */
    void makeCurrent(String subject, int version) {
        change("update passport.record_head set version = ? where subject = ?", version, subject);
    }

    /** As if so much time had gone by since. */
    void age(String table, String moment, String key, String id, String by) {
        change(
                "update passport." + table + " set " + moment + " = " + moment + " - ?::interval where " + key
                        + " = ?::uuid",
                by,
                id);
    }

    void giveRole(String keyId, String role) {
        change("update passport.api_key set role = ? where id = ?::uuid", role, keyId);
    }

    /** As if the service had run with this policy from then on. */
    void addPolicy(Instant effectiveAt, byte[] document) {
        change(
                "insert into passport.access_policy (effective_at, version, sha256, document) values (?, 'of a test', 'none', ?)",
                effectiveAt.atOffset(ZoneOffset.UTC),
                document);
    }

    void removePolicy(Instant effectiveAt) {
        change("delete from passport.access_policy where effective_at = ?", effectiveAt.atOffset(ZoneOffset.UTC));
    }

    long policies() {
        return Long.parseLong(text("select count(*)::text from passport.access_policy"));
    }

    /** Ends the connections of the service whose last words were one of these. */
    void endConnectionsThatSaid(String... queries) {
        change(
                "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and query = any(?)",
                (Object) queries);
    }

    private void change(String statement, Object... values) {
        try (var connection = asOwner();
                var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            prepared.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String text(String query) {
        try (var connection = asOwner();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
