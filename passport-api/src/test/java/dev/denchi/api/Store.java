package dev.denchi.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** What the database holds, asked past the service. */
@Singleton
class Store {
    /** Events leave the outbox on their own; one without its record must never be in it. */
    private static final String STATE = """
            select concat_ws(' ',
              (select count(*) from passport.record), (select sum(version) from passport.record_head),
              (select count(*) from passport.record_head), (select count(*) from passport.passport),
              (select count(*) from passport.battery_model), (select count(*) from passport.idempotency_key),
              (select count(*) from passport.stopped_transfer),
              (select count(*) from passport.outbox o where not exists
                (select from passport.record r where r.record_id || '/' || r.version = o.id)))
            """;

    private final DataSource database;

    Store(DataSource database) {
        this.database = database;
    }

    /** The answer to a request that left everything as it was. */
    Response unchangedBy(Supplier<Response> request) {
        String before = text(STATE);
        Response answer = request.get();
        assertEquals(before, text(STATE), "something was stored");
        return answer;
    }

    long recordsOf(String subject) {
        return Long.parseLong(text(
                "select count(*)::text from passport.record where subject = '" + subject.replace("'", "''") + "'"));
    }

    private String text(String query) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
