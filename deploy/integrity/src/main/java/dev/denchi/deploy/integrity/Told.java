package dev.denchi.deploy.integrity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.audit.AuditRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the audit logs tell, by what it is about: some 500 bytes a version. */
final class Told {
    private final Map<String, Issued> versions = new HashMap<>();
    private final Map<String, Event> events = new HashMap<>();
    private final Map<String, String> documents = new HashMap<>();
    private final Map<String, String> kept = new TreeMap<>();
    private final Set<String> revoked = new HashSet<>();
    private final Map<String, String> beginnings = new TreeMap<>();
    private final Set<String> unmatched = new TreeSet<>();

    /** A version that was kept. */
    record Issued(String operator, String sha256, String tokenSha256, String by, String serviceProvider) {}

    /** An event that was to be published. */
    record Event(String operator, String type, String sha256) {}

    void take(AuditRow row) {
        JsonNode entry = row.content();
        String operator = row.operator().value();
        beginnings.putIfAbsent(operator, entry.path("at").asText());
        JsonNode record = entry.path("record");
        String version =
                record.path("recordId").asText() + "/" + record.path("version").asText();
        switch (entry.path("action").asText()) {
            case "record.issued", "record.imported" -> {
                versions.put(
                        version,
                        new Issued(
                                entry.path("operator").asText(operator),
                                record.path("sha256").asText(),
                                record.path("tokenSha256").asText(),
                                by(entry.has("submittedBy") ? entry.path("submittedBy") : entry.path("by")),
                                entry.path("serviceProvider").asText()));
                unmatched.add(version);
            }
            case "record.revoked" -> revoked.add(version);
            case "document.imported" ->
                documents.put(
                        entry.path("importId").asText(), entry.path("sha256").asText());
            case "document.kept" ->
                kept.put(document(entry, operator), entry.path("mediaType").asText());
            case "document.removed" -> kept.remove(document(entry, operator));
            default -> {} // reads and settings
        }
        JsonNode event = entry.path("event");
        if (event.isObject()) {
            events.put(
                    event.path("id").asText(),
                    new Event(
                            operator,
                            event.path("type").asText(),
                            event.path("sha256").asText()));
        }
    }

    /** What is told of a version that is there. */
    Optional<Issued> found(String version) {
        unmatched.remove(version);
        return Optional.ofNullable(versions.get(version));
    }

    Optional<Event> event(String id) {
        return Optional.ofNullable(events.get(id));
    }

    Optional<String> document(String id) {
        return Optional.ofNullable(documents.get(id));
    }

    /** The media type that is told of a document that is there, by operator and hash. */
    Optional<String> foundDocument(String name) {
        return Optional.ofNullable(kept.remove(name));
    }

    /** Documents of which it is told that they were kept, and that nobody has found. */
    Set<String> missingDocuments() {
        return kept.keySet();
    }

    /** Of an operator elsewhere it is told in the log of him who took it over. */
    private static String document(JsonNode entry, String operator) {
        return entry.path("operator").asText(operator) + " "
                + entry.path("sha256").asText();
    }

    boolean isRevoked(String version) {
        return revoked.contains(version);
    }

    /** Versions of which it is told that they were kept, and that nobody has found. */
    Set<String> missing() {
        return unmatched;
    }

    /** Whether something of that time is told by its operator's log, or older than it. */
    boolean reaches(String operator, String at) {
        String beginning = beginnings.get(operator);
        return beginning != null && beginning.compareTo(at) <= 0;
    }

    /** As in the column submitted_by. */
    private static String by(JsonNode by) {
        String who = by.path("operator").asText() + " ";
        return by.has("apiKey")
                ? who + by.path("apiKey").asText()
                : who + by.path("issuer").asText() + " " + by.path("subject").asText();
    }
}
