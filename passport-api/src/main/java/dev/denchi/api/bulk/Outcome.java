package dev.denchi.api.bulk;

import dev.denchi.api.ingest.Receipt;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.upload.BulkLine.Status;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.Violation;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What became of a line, in the words of table {@code bulk_line}. */
record Outcome(Status status, Map<String, Object> row) {
    private static final int MOST_VIOLATIONS = 20;
    private static final int LONGEST_TEXT = 500;
    /** What PostgreSQL or a reader of JSON cannot hold; a message may quote the sender's line. */
    private static final Pattern UNUSABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    static Outcome kept(long line, Receipt receipt) {
        return kept(
                line,
                receipt.repeated() ? Status.REPEATED : Status.ACCEPTED,
                receipt.header().id());
    }

    static Outcome repeated(long line, RecordId record) {
        return kept(line, Status.REPEATED, record);
    }

    static Outcome refused(long line, Rejected refusal) {
        Map<String, Object> problem = refusal.problem();
        problem.computeIfPresent("detail", (name, detail) -> shortened(detail.toString()));
        if (!refusal.violations().isEmpty()) {
            problem.put("violations", violations(refusal.violations()));
        }
        return of(line, Status.REFUSED, "problem", new String(StrictJson.write(problem), StandardCharsets.UTF_8));
    }

    boolean isRefusal() {
        return status == Status.REFUSED;
    }

    private static Outcome kept(long line, Status status, RecordId record) {
        return of(line, status, "record_id", record.toString());
    }

    private static Outcome of(long line, Status status, String name, String value) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("line", line);
        row.put("status", status.name().toLowerCase(Locale.ROOT));
        row.put(name, value);
        return new Outcome(status, row);
    }

    private static List<Violation> violations(List<Violation> violations) {
        return violations.stream()
                .limit(MOST_VIOLATIONS)
                .map(violation ->
                        new Violation(shortened(violation.pointer()), violation.rule(), shortened(violation.message())))
                .toList();
    }

    private static String shortened(String text) {
        String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
        return UNUSABLE.matcher(cut).replaceAll("\uFFFD");
    }
}
