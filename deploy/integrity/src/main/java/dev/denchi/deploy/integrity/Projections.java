package dev.denchi.deploy.integrity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.credential.MalformedToken;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.format.StrictJson;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What was derived from records for finding them: heads, passports, models on offer, answers to repeated requests. */
final class Projections {
    private final Rows rows;
    private final Map<UUID, Versions.Newest> newest;
    private final Told told;
    private final Findings findings;

    Projections(Rows rows, Map<UUID, Versions.Newest> newest, Told told, Findings findings) {
        this.rows = rows;
        this.newest = newest;
        this.told = told;
        this.findings = findings;
    }

    void check() throws SQLException {
        heads();
        passports();
        models();
        answers();
        documents();
    }

    private void heads() throws SQLException {
        Set<UUID> found = new HashSet<>();
        rows.each("select subject, record_id, version, operator_id, revoked_at from passport.record_head", row -> {
            UUID id = row.getObject(2, UUID.class);
            found.add(id);
            Versions.Newest record = newest.get(id);
            if (record == null) {
                findings.add("record_head", row.getString(1), "there is no record " + id);
                return;
            }
            findings.same("record_head", id, "subject", record.subject(), row.getString(1));
            findings.same("record_head", id, "version", record.version(), row.getInt(3));
            findings.same("record_head", id, "operator_id", record.operator(), row.getString(4));
            boolean revoked = told.isRevoked(id + "/" + record.version());
            findings.same("record_head", id, "revoked", revoked, row.getString(5) != null);
        });
        newest.keySet().stream()
                .filter(id -> !found.contains(id))
                .forEach(id -> findings.add("record_head", id, "is missing: the record has no current version"));
    }

    private void passports() throws SQLException {
        rows.each("""
                select h.subject, h.operator_id, r.token, p.subject, p.product_identifier, p.operator_id,
                  p.marked_for_deletion_at is not null
                from passport.record_head h
                join passport.record r on r.record_id = h.record_id and r.version = h.version and r.kind = 'battery'
                full join passport.passport p on p.subject = h.subject""", row -> {
            if (row.getString(3) == null || row.getString(4) == null) {
                String subject = row.getString(3) == null ? row.getString(4) : row.getString(1);
                findings.add(
                        "passport",
                        subject,
                        row.getString(3) == null
                                ? "there is no battery record of it"
                                : "is missing: there is its record");
                return;
            }
            JsonNode said = attributes(row.getString(3));
            findings.same(
                    "passport",
                    row.getString(4),
                    "product_identifier",
                    said.path("productIdentifier").textValue(),
                    row.getString(5));
            findings.same("passport", row.getString(4), "operator_id", row.getString(2), row.getString(6));
            findings.same(
                    "passport",
                    row.getString(4),
                    "marked for deletion",
                    said.path("dppStatus").asText().equals("marked-for-deletion"),
                    row.getBoolean(7));
        });
    }

    private void models() throws SQLException {
        rows.each("""
                select h.subject, h.operator_id, r.token, m.subject, m.operator_id, m.model_id, m.battery_category, m.issued_at, r.issued_at
                from passport.record_head h
                join passport.record r on r.record_id = h.record_id and r.version = h.version and r.kind = 'battery-model'
                  and not exists (select from passport.foreign_operator f where f.operator_id = r.operator_id)
                full join passport.battery_model m on m.subject = h.subject""", row -> {
            if (row.getString(3) == null || row.getString(4) == null) {
                String subject = row.getString(3) == null ? row.getString(4) : row.getString(1);
                findings.add(
                        "battery_model",
                        subject,
                        row.getString(3) == null ? "there is no record of it" : "is missing: there is its record");
                return;
            }
            JsonNode said = attributes(row.getString(3));
            findings.same("battery_model", row.getString(4), "operator_id", row.getString(2), row.getString(5));
            findings.same(
                    "battery_model",
                    row.getString(4),
                    "model_id",
                    said.path("modelId").textValue(),
                    row.getString(6));
            findings.same(
                    "battery_model",
                    row.getString(4),
                    "battery_category",
                    said.path("batteryCategory").textValue(),
                    row.getString(7));
            findings.same(
                    "battery_model",
                    row.getString(4),
                    "issued_at",
                    row.getObject(9, OffsetDateTime.class).toInstant(),
                    row.getObject(8, OffsetDateTime.class).toInstant());
        });
    }

    private void answers() throws SQLException {
        rows.each(
                """
                select k.operator_id || ' ' || k.key, k.record_id, k.version from passport.idempotency_key k
                where not exists (select from passport.record r where r.record_id = k.record_id and r.version = k.version
                  and r.operator_id = k.operator_id)""",
                row -> findings.add(
                        "idempotency_key",
                        row.getString(1),
                        "its operator has no version " + row.getInt(3) + " of record " + row.getString(2)));
    }

    private void documents() throws SQLException {
        rows.each("select id::text, encode(sha256(raw), 'hex') from passport.import_document", row -> {
            String id = row.getString(1);
            String sha256 = row.getString(2);
            told.document(id).ifPresent(said -> findings.same("import_document", id, "its hash", said, sha256));
        });
        rows.each(
                "select version, encode(sha256(document), 'hex'), sha256 from passport.access_policy",
                row -> findings.same(
                        "access_policy", row.getString(1), "its hash", row.getString(3), row.getString(2)));
    }

    /** None of a token that is none: that is found with the record. */
    private static JsonNode attributes(String token) {
        try {
            return RecordToken.parse(token).attributes();
        } catch (MalformedToken e) {
            return StrictJson.toNode(Map.of());
        }
    }
}
