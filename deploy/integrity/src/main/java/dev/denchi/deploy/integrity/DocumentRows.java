package dev.denchi.deploy.integrity;

import dev.denchi.model.credential.MalformedToken;
import dev.denchi.model.credential.PinnedDocument;
import dev.denchi.model.credential.RecordToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The bytes of files against their hashes, documents against the log, and what records point at against the records. */
final class DocumentRows {
    private final Rows rows;
    private final Told told;
    private final Findings findings;

    DocumentRows(Rows rows, Told told, Findings findings) {
        this.rows = rows;
        this.told = told;
        this.findings = findings;
    }

    void check() throws SQLException {
        bytes();
        files();
        documents();
        pins();
    }

    /** A file at a time is put together by PostgreSQL: it has 100 MiB at most. */
    private void bytes() throws SQLException {
        rows.each("""
                select c.operator_id || ' ' || c.sha256, c.sha256, c.size, p.size, p.sha256,
                  (select min(n) from generate_series(0, (c.size - 1) / 262144) n
                    where not exists (select from passport.file_piece m where m.content_id = c.content_id and m.number = n))
                from passport.file_content c cross join lateral (
                  select coalesce(sum(length(bytes)), 0) as size,
                    encode(sha256(coalesce(string_agg(bytes, ''::bytea order by number), '')), 'hex') as sha256
                  from passport.file_piece where content_id = c.content_id) p""", row -> {
            String name = row.getString(1);
            String missing = row.getString(6);
            if (missing != null) {
                findings.add("file_piece", name, "piece " + missing + " is missing");
                return;
            }
            findings.same("file_content", name, "size", row.getLong(4), row.getLong(3));
            if (!row.getString(2).equals(row.getString(5))) {
                findings.add("file_piece", name, "a piece was changed: the bytes have the hash " + row.getString(5));
            }
        });
    }

    private void files() throws SQLException {
        rows.each(
                """
                select f.file_id::text from passport.certificate_file f
                where f.content_id is not null and not exists (select from passport.file_content c
                  where c.content_id = f.content_id and c.operator_id = f.operator_id and c.sha256 = f.sha256 and c.size = f.size)""",
                row -> findings.add("certificate_file", row.getString(1), "its hash or size is not that of its bytes"));
    }

    private void documents() throws SQLException {
        rows.each("""
                select d.operator_id, d.sha256, d.media_type, d.size, d.kept_at, c.sha256, c.size
                from passport.document d left join passport.file_content c
                  on c.content_id = d.content_id and c.operator_id = d.operator_id""", this::document);
        told.missingDocuments()
                .forEach(name -> findings.add("document", name, "is missing: the audit log tells that it was kept"));
    }

    private void document(ResultSet row) throws SQLException {
        String operator = row.getString(1);
        String name = operator + " " + row.getString(2);
        findings.same("document", name, "sha256", row.getString(6), row.getString(2));
        findings.same("document", name, "size", row.getLong(7), row.getLong(4));
        Optional<String> said = told.foundDocument(name);
        if (said.isPresent()) {
            findings.same("document", name, "media_type", said.get(), row.getString(3));
        } else if (told.reaches(
                operator, row.getObject(5, OffsetDateTime.class).toInstant().toString())) {
            findings.add("document", name, "the audit log does not tell that it was kept");
        }
    }

    private void pins() throws SQLException {
        Map<String, Set<String>> pins = new HashMap<>();
        rows.each(
                "select record_id || '/' || version, operator_id || ' ' || sha256 from passport.document_pin",
                row -> pins.computeIfAbsent(row.getString(1), none -> new TreeSet<>())
                        .add(row.getString(2)));
        rows.each(
                "select record_id || '/' || version, operator_id, token from passport.record where kind <> 'battery'",
                row -> findings.same(
                        "document_pin",
                        row.getString(1),
                        "what the version points at",
                        said(row.getString(2), row.getString(3)),
                        Optional.ofNullable(pins.remove(row.getString(1))).orElse(Set.of())));
        pins.keySet().forEach(name -> findings.add("document_pin", name, "there is no such version"));
    }

    /** Nothing of a token that is none: that is found with the record. */
    private static Set<String> said(String operator, String token) {
        try {
            return RecordToken.parse(token).documents().stream()
                    .map(PinnedDocument::sha256)
                    .map(sha256 -> operator + " " + sha256)
                    .collect(Collectors.toSet());
        } catch (MalformedToken e) {
            return Set.of();
        }
    }
}
