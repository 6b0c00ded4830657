package dev.denchi.model.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.signature.PublishedKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The log as lines of JSON (NDJSON): checkpoints, each before the row that it is of, and rows. */
public final class AuditExport {
    private AuditExport() {}

    /** A checkpoint as one line of an export. */
    public static Map<String, Object> line(String checkpoint) {
        return Map.of("checkpoint", checkpoint);
    }

    /**
     * Reads an export and finds what is not as it was written.
     *
     * @param checkpoints that somebody kept elsewhere, besides those in the export
     * @throws IllegalArgumentException when a line is neither a row nor a checkpoint, or there is none
     */
    public static AuditVerifier verified(Stream<String> lines, List<String> checkpoints, List<PublishedKeys> keys) {
        Reading reading = new Reading(checkpoints, keys);
        lines.filter(line -> !line.isBlank()).forEach(reading::line);
        return reading.verifier();
    }

    /** One row by itself, with the hash before it: it can be checked without the rows between. */
    public static Map<String, Object> excerpt(String previousSha256, AuditRow row) {
        Map<String, Object> line = new LinkedHashMap<>(row.json());
        line.put("previousSha256", previousSha256);
        return line;
    }

    /** What does not fit in rows that stand by themselves: each against the hash before it. */
    public static List<String> faultsOfExcerpt(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank())
                .flatMap(line -> faultOfExcerpt(line).stream())
                .toList();
    }

    private static Optional<String> faultOfExcerpt(String text) {
        try {
            JsonNode line = StrictJson.read(text);
            AuditRow row = AuditRow.read(line);
            return row.follows(line.path("previousSha256").asText())
                    ? Optional.empty()
                    : Optional.of("row " + row.sequence() + " of " + row.operator() + " was changed");
        } catch (MalformedJson | IllegalArgumentException e) {
            return Optional.of("a line is no row of an audit log: " + e.getMessage());
        }
    }

    private static final class Reading {
        private final List<String> checkpoints;
        private final List<PublishedKeys> keys;
        private final List<String> early = new ArrayList<>();
        private @Nullable AuditVerifier verifier;
        private long number;

        Reading(List<String> checkpoints, List<PublishedKeys> keys) {
            this.checkpoints = checkpoints;
            this.keys = keys;
        }

        void line(String text) {
            number++;
            try {
                JsonNode line = StrictJson.read(text);
                if (line.path("checkpoint").isTextual()) {
                    checkpoint(line.path("checkpoint").textValue());
                } else {
                    row(AuditRow.read(line));
                }
            } catch (MalformedJson | IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
            }
        }

        AuditVerifier verifier() {
            if (verifier == null) {
                throw new IllegalArgumentException("there is no row of an audit log");
            }
            return verifier;
        }

        private void checkpoint(String jwt) {
            if (verifier == null) {
                early.add(jwt);
            } else {
                verifier.checkpoint(jwt);
            }
        }

        private void row(AuditRow row) {
            if (verifier == null) {
                verifier = of(row.operator());
            }
            verifier.row(row);
        }

        private AuditVerifier of(OperatorId operator) {
            AuditVerifier fresh = new AuditVerifier(operator, keys);
            checkpoints.forEach(fresh::checkpoint);
            early.forEach(fresh::checkpoint);
            return fresh;
        }
    }
}
