package dev.denchi.deploy.integrity;

import dev.denchi.model.credential.MalformedToken;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.signature.CompactJws;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.signature.Sha256;
import dev.denchi.model.status.StatusEntry;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every version of every record: its bytes against its signature, its columns against its bytes and the log, its place in its chain. */
final class Versions {
    private static final String TABLE = "record";

    private final Rows rows;
    private final List<PublishedKeys> keys;
    private final Told told;
    private final Findings findings;
    private final Map<UUID, Newest> newest = new HashMap<>();

    /**
     * The newest version of a record.
     *
     * @param places of all its versions in the status lists
     */
    record Newest(
            String subject, String operator, int version, String sha256, Map<Integer, List<StatusEntry>> places) {}

    Versions(Rows rows, List<PublishedKeys> keys, Told told, Findings findings) {
        this.rows = rows;
        this.keys = keys;
        this.told = told;
        this.findings = findings;
    }

    /** By record. */
    Map<UUID, Newest> read() throws SQLException {
        rows.each("""
                select record_id, version, kind, operator_id, subject, token, sha256, issued_at, submitted_by, service_provider
                from passport.record order by record_id, version""", this::check);
        told.missing()
                .forEach(version ->
                        findings.add(TABLE, version, "is missing: the audit log tells that this version was kept"));
        return newest;
    }

    private void check(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        int version = row.getInt(2);
        String name = id + "/" + version;
        String bytes = row.getString(6);
        Instant issuedAt = row.getObject(8, OffsetDateTime.class).toInstant();
        Optional<Told.Issued> issued = told.found(name);
        if (issued.isPresent()) {
            Told.Issued said = issued.get();
            findings.same(TABLE, name, "operator_id", said.operator(), row.getString(4));
            findings.same(TABLE, name, "submitted_by", said.by(), row.getString(9));
            findings.same(TABLE, name, "service_provider", said.serviceProvider(), row.getString(10));
            if (!said.tokenSha256().equals(Sha256.hex(bytes.getBytes(StandardCharsets.UTF_8)))) {
                findings.add(TABLE, name, "the token has not the bytes that the audit log tells of");
            }
        } else if (told.reaches(row.getString(4), issuedAt.toString())) {
            findings.add(TABLE, name, "the audit log does not tell that this version was kept");
        }
        try {
            signed(row, name, RecordToken.parse(bytes), issuedAt);
        } catch (MalformedToken e) {
            findings.add(TABLE, name, "the token is none: " + e.getMessage());
            chained(id, version, name, row.getString(5), row.getString(4), row.getString(7), null);
        }
    }

    private void signed(ResultSet row, String name, RecordToken token, Instant issuedAt) throws SQLException {
        RecordHeader header = token.header();
        findings.same(TABLE, name, "record_id", header.id() + "/" + header.version(), name);
        findings.same(TABLE, name, "kind", header.kind().label(), row.getString(3));
        findings.same(TABLE, name, "subject", header.subject().value(), row.getString(5));
        findings.same(TABLE, name, "sha256", token.sha256(), row.getString(7));
        findings.same(TABLE, name, "issued_at", header.issuedAt(), issuedAt);
        refusal(token).ifPresent(refusal -> findings.add(TABLE, name, "the token is not to be believed: " + refusal));
        chained(header.id().uuid(), row.getInt(2), name, row.getString(5), row.getString(4), row.getString(7), header);
    }

    private Optional<String> refusal(RecordToken token) {
        RecordHeader header = token.header();
        return PublishedKeys.refusal(
                keys, header.issuer(), CompactJws.parse(token.issuerJwt()), "vc+sd-jwt", header.issuedAt());
    }

    private void chained(
            UUID id,
            int version,
            String name,
            String subject,
            String operator,
            String sha256,
            @Nullable RecordHeader header) {
        Newest before = newest.get(id);
        int expected = before == null ? 1 : before.version() + 1;
        if (version != expected) {
            findings.add(TABLE, name, "version " + expected + " of " + id + " is missing");
        } else if (header != null && before != null && !before.sha256().equals(header.previousSha256())) {
            findings.add(
                    TABLE, name, "does not follow the version before: it names the hash " + header.previousSha256());
        }
        Map<Integer, List<StatusEntry>> places = before == null ? new HashMap<>() : before.places();
        if (header != null) {
            places.put(version, header.status());
        }
        newest.put(id, new Newest(subject, operator, version, sha256, places));
    }
}
