package dev.denchi.model.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.passport.RecordContent;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the attributes of a record: JSON, schema, domain. */
public final class RecordReader {
    private final RecordSchemas schemas;

    public RecordReader(RecordSchemas schemas) {
        this.schemas = schemas;
    }

    /** @throws MalformedJson when the bytes are no JSON document; every other fault is noted in the draft */
    public RecordDraft read(RecordKind kind, byte[] bytes) {
        return read(kind, StrictJson.read(bytes));
    }

    public RecordDraft read(RecordKind kind, JsonNode document) {
        List<Violation> violations = new ArrayList<>(schemas.violations(kind, document));
        Fields fields = new Fields(document);
        RecordContent content = ContentReader.content(kind, fields);
        ContentReader.checkIdentifiers(fields);
        ContentReader.checkDates(fields);
        Set<String> told = violations.stream().map(Violation::pointer).collect(Collectors.toSet());
        Stream.concat(fields.violations().stream(), ReadableTexts.violations(document).stream())
                .filter(violation -> !told.contains(violation.pointer()))
                .distinct()
                .forEach(violations::add);
        return new RecordDraft(document, content, List.copyOf(violations));
    }

    /** What a document says, as far as readable, without another look at its form. */
    public static RecordContent content(RecordKind kind, JsonNode document) {
        return ContentReader.content(kind, new Fields(document));
    }
}
