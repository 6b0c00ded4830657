package dev.denchi.deploy.integrity;

import dev.denchi.model.signature.PublishedKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Holds a database against what was signed and told: each table in the order in which the next rests on it. */
public final class Integrity {
    private Integrity() {}

    /**
     * Finds every row that does not fit.
     *
     * @param connection in a transaction, of a user who sees all rows: the tables' owner or a superuser
     * @param keys of all operators, from somewhere else than this database
     * @param checkpoints of audit logs that were kept elsewhere, by operator
     */
    public static List<Finding> check(
            Connection connection, List<PublishedKeys> keys, Map<String, List<String>> checkpoints)
            throws SQLException {
        Rows rows = new Rows(connection);
        Findings findings = new Findings();
        Told told = new AuditLogs(rows, keys, findings).read(checkpoints);
        Map<UUID, Versions.Newest> newest = new Versions(rows, keys, told, findings).read();
        new Projections(rows, newest, told, findings).check();
        new OutboxRows(rows, newest, told, findings).check();
        new StatusRows(rows, keys, newest, told, findings).check();
        new DocumentRows(rows, told, findings).check();
        return findings.all();
    }
}
