package dev.denchi.deploy.integrity;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Events that wait to be published, against what the audit log told of them in the same transaction. Two sorts of events
 * have no entry there: notifications, and that a claim was flagged; they are held against the notification and the claim.
 */
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
                select o.id, o.type, encode(sha256(o.payload), 'hex'), o.operator_id, o.aggregateid, o.aggregatetype, r.kind, o.addressee
                from passport.outbox o left join passport.record r
                  on o.id ~ '^[0-9a-f-]{36}/' and r.record_id::text = substr(o.id, 1, 36) and r.version = 1
                where not exists (
                    select from passport.notification n where n.notification_id::text = o.id and n.operator_id = o.addressee)
                  and not exists (
                    select from passport.claim c where o.addressee is null and o.type = 'dev.denchi.claim.v1.flagged'
                      and c.record_id::text = substr(o.id, 1, 36) and c.operator_id = o.operator_id
                      and c.flags >= substring(o.id from '/flagged/([0-9]{1,9})$')::integer)""", row -> {
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
            findings.same("outbox", id, "addressee", null, row.getString(8));
        });
    }
}
