package dev.denchi.deploy.integrity;

import dev.denchi.model.audit.AuditFinding;
import dev.denchi.model.audit.AuditRow;
import dev.denchi.model.audit.AuditVerifier;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.signature.PublishedKeys;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The audit logs by themselves: their chains, and what is signed of them. Gathers on the way what they tell. */
final class AuditLogs {
    private final Rows rows;
    private final List<PublishedKeys> keys;
    private final Findings findings;
    private final Map<String, AuditVerifier> verifiers = new TreeMap<>();

    AuditLogs(Rows rows, List<PublishedKeys> keys, Findings findings) {
        this.rows = rows;
        this.keys = keys;
        this.findings = findings;
    }

    /** @param kept checkpoints that somebody kept elsewhere, by operator */
    Told read(Map<String, List<String>> kept) throws SQLException {
        Map<String, List<String>> checkpoints = new HashMap<>();
        kept.forEach((operator, tokens) -> checkpoints.put(operator, new ArrayList<>(tokens)));
        rows.each(
                "select operator_id, token from passport.audit_checkpoint order by operator_id, sequence",
                row -> checkpoints
                        .computeIfAbsent(row.getString(1), operator -> new ArrayList<>())
                        .add(row.getString(2)));
        checkpoints.forEach((operator, tokens) -> tokens.forEach(of(operator)::checkpoint));
        Told told = new Told();
        rows.each(
                "select operator_id, sequence, entry, sha256 from passport.audit_log order by operator_id, sequence",
                row -> take(
                        new AuditRow(
                                new OperatorId(row.getString(1)), row.getLong(2), row.getString(3), row.getString(4)),
                        told));
        rows.each(
                "select operator_id, entry from passport.audit_pending order by position",
                row -> told.take(new AuditRow(new OperatorId(row.getString(1)), 0, row.getString(2), "")));
        verifiers.values().forEach(verifier -> verifier.findings().forEach(this::add));
        return told;
    }

    private void take(AuditRow row, Told told) {
        of(row.operator().value()).row(row);
        told.take(row);
    }

    private AuditVerifier of(String operator) {
        return verifiers.computeIfAbsent(operator, id -> new AuditVerifier(new OperatorId(id), keys));
    }

    private void add(AuditFinding found) {
        String table = switch (found.place()) {
            case ROW -> "audit_log";
            case CHECKPOINT -> "audit_checkpoint";
        };
        findings.add(table, found.operator() + " " + found.sequence(), found.what());
    }
}
