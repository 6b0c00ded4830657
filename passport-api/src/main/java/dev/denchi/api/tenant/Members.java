package dev.denchi.api.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.passport.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the members of a request's JSON object and gathers what is wrong with them, to be told at once. */
final class Members {
    private final JsonNode object;
    private final String pointer;
    private final List<Violation> violations;
    private final Set<String> known = new HashSet<>();
    private final List<Members> parts = new ArrayList<>();

    private Members(JsonNode object, String pointer, List<Violation> violations) {
        this.object = object;
        this.pointer = pointer;
        this.violations = violations;
    }

    static Members of(byte[] body) {
        JsonNode json = StrictJson.read(body);
        if (!json.isObject()) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, "the body is a JSON object");
        }
        return new Members(json, "", new ArrayList<>());
    }

    /** What {@code read} makes of a text; {@code null} when the member is absent or was found wrong. */
    <T> @Nullable T optional(String name, Function<String, T> read) {
        known.add(name);
        JsonNode value = object.path(name);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isTextual()) {
            fault(name, "schema:type", name + " is a text");
            return null;
        }
        try {
            return read.apply(value.textValue());
        } catch (IllegalArgumentException | DateTimeException e) {
            fault(name, "schema:format", String.valueOf(e.getMessage()));
            return null;
        }
    }

    <T> @Nullable T required(String name, Function<String, T> read) {
        if (!object.has(name)) {
            fault(name, "schema:required", name + " is missing");
        }
        return optional(name, read);
    }

    /** The members of an object within; none when the member is absent or was found wrong. */
    Members part(String name) {
        known.add(name);
        JsonNode value = object.path(name);
        if (!value.isMissingNode() && !value.isObject()) {
            fault(name, "schema:type", name + " is an object");
        }
        Members part = new Members(
                value.isObject() ? value : JsonNodeFactory.instance.objectNode(),
                pointer + "/" + escaped(name),
                violations);
        parts.add(part);
        return part;
    }

    /** All names there are. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The texts of an array; empty when the member is absent or was found wrong. */
    List<String> texts(String name) {
        known.add(name);
        List<String> texts = new ArrayList<>();
        JsonNode value = object.path(name);
        if (!value.isMissingNode() && !value.isArray()) {
            fault(name, "schema:type", name + " is an array of texts");
        }
        for (JsonNode entry : value) {
            if (entry.isTextual()) {
                texts.add(entry.textValue());
            } else {
                fault(name, "schema:type", name + " has an entry that is no text");
            }
        }
        return texts;
    }

    boolean flag(String name) {
        known.add(name);
        JsonNode value = object.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            fault(name, "schema:type", name + " is true or false");
        }
        return value.asBoolean(false);
    }

    void fault(String name, String rule, String message) {
        violations.add(new Violation(name.isEmpty() ? pointer : pointer + "/" + escaped(name), rule, message));
    }

    /** @throws Rejected with everything that was wrong, members that nobody asked for among it */
    void requireGood() {
        requireKnown();
        if (!violations.isEmpty()) {
            throw Rejected.invalid(ProblemType.INVALID_REQUEST, violations);
        }
    }

    private void requireKnown() {
        parts.forEach(Members::requireKnown);
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                fault(name, "schema:additionalProperties", "there is no member of this name here");
            }
        });
    }

    /** A name of things: letters, digits and what is common between them, so that it is harmless in a log. */
    static String name(String text) {
        if (!text.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._:@/+-]{0,99}")) {
            throw new IllegalArgumentException(
                    "a name begins with a letter or digit and has 100 characters at most: letters, digits, spaces and ._:@/+-");
        }
        return text;
    }

    /** A moment in UTC of a year that a database and a reader can make sense of. */
    static Instant moment(String text) {
        if (!text.matches("2[0-9]{3}-[0-9T:.-]{1,30}Z")) {
            throw new IllegalArgumentException("\"" + text + "\" is no moment such as 2027-02-18T00:00:00Z");
        }
        return Instant.parse(text);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
