package dev.denchi.deploy.integrity;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Events that wait to be published, against what the audit log told of them in the same transaction. */
final class OutboxRows {
    private final Rows rows;
    private final Map<UUID, Versions.Newest> newest;
    private final Told told;
    private final Findings findings;

    OutboxRows(Rows rows, Map<UUID, Versions.Newest> newest, Told told, Findings findings) {
        this.rows = rows;
        this.newest = newest;
        this.told = told;
        this.findings = findings;
    }

    void check() throws SQLException {
        rows.each("""
                select o.id, o.type, encode(sha256(o.payload), 'hex'), o.operator_id, o.aggregateid, o.aggregatetype, r.kind
                from passport.outbox o left join passport.record r
                  on o.id ~ '^[0-9a-f-]{36}/' and r.record_id::text = substr(o.id, 1, 36) and r.version = 1""", row -> {
            String id = row.getString(1);
            Optional<Told.Event> said = told.event(id);
            if (said.isEmpty()) {
                findings.add("outbox", id, "the audit log does not tell of this event");
                return;
            }
            findings.same("outbox", id, "type", said.get().type(), row.getString(2));
            findings.same("outbox", id, "the payload's hash", said.get().sha256(), row.getString(3));
            findings.same("outbox", id, "operator_id", said.get().operator(), row.getString(4));
            Versions.Newest record = newest.get(UUID.fromString(id.substring(0, 36)));
            findings.same("outbox", id, "aggregateid", record == null ? null : record.subject(), row.getString(5));
            findings.same("outbox", id, "aggregatetype", row.getString(7), row.getString(6));
        });
    }
}
