package dev.denchi.api.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.api.page.Page.Line;
import dev.denchi.api.page.Page.Link;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the values of a passport aloud: each JSON value becomes lines for people. */
final class Values {
    private static final Set<String> MOMENTS =
            Set.of("from", "to", "puttingIntoService", "lastUpdate", "lastUpdated", "issuedAt");
    private static final List<String> CONTACT = List.of("name", "tradeName", "postalAddress");
    private static final Set<String> NUMBER_AND_UNIT = Set.of("value", "unit");
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+");
    private static final Pattern WEB = Pattern.compile("https://[^\\s\"<>]+");

    private final Words words;
    private final Formats formats;

    Values(Words words) {
        this.words = words;
        this.formats = new Formats(words);
    }

    /**
     * @param name the attribute's name, for values of closed lists
     * @return at least one line
     */
    List<Line> lines(String name, JsonNode value) {
        if (value.isArray()) {
            return value.isEmpty() ? List.of(Line.of(words.of("page.none"))) : ofEach(name, value);
        }
        return value.isObject() ? ofObject(name, value) : List.of(scalar(name, value));
    }

    /** The number and the unit; a bare number has none. */
    static @Nullable BigDecimal number(JsonNode value) {
        JsonNode number = value.isObject() ? value.path("value") : value;
        return number.isNumber() ? number.decimalValue() : null;
    }

    Line percentage(BigDecimal number) {
        return Line.quantity(formats.number(number), words.unit("%"), number.toPlainString());
    }

    /** Whether it is written in lines of its own rather than in the rows of a table. */
    static boolean isCompact(JsonNode value) {
        return !value.isObject() || isDocument(value) || isQuantity(value) || value.has("postalAddress");
    }

    private List<Line> ofEach(String name, JsonNode array) {
        List<Line> lines = new ArrayList<>();
        array.forEach(item -> lines.addAll(lines(name, item)));
        return lines;
    }

    private List<Line> ofObject(String name, JsonNode object) {
        if (isQuantity(object)) {
            return List.of(quantity(object));
        }
        if (isDocument(object)) {
            return List.of(document(object));
        }
        if (object.has("addressCountry")) {
            return List.of(address(object));
        }
        if (object.has("scheme") && object.path("value").isTextual()) {
            return List.of(Line.of(text(object, "scheme") + " " + text(object, "value")));
        }
        if (object.has("minimum") && object.has("maximum")) {
            return List.of(span(object, "minimum", "maximum"));
        }
        if (object.has("from") && object.has("to")) {
            return List.of(span(object, "from", "to"));
        }
        return isContact(object) ? contact(object) : members(object, member -> words.label(name, member));
    }

    /** Its lines say themselves what they are. */
    private List<Line> contact(JsonNode contact) {
        ObjectNode ordered = JsonNodeFactory.instance.objectNode();
        CONTACT.stream().filter(contact::has).forEach(member -> ordered.set(member, contact.get(member)));
        contact.properties().forEach(member -> ordered.set(member.getKey(), member.getValue()));
        return members(ordered, member -> null);
    }

    private List<Line> members(JsonNode object, Function<String, @Nullable String> label) {
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String labelled = label.apply(member.getKey());
            lines(member.getKey(), member.getValue())
                    .forEach(line -> lines.add(labelled == null ? line : line.labelled(labelled)));
        }
        return lines;
    }

    private Line quantity(JsonNode quantity) {
        JsonNode number = quantity.path("value");
        Line line = Line.quantity(
                formats.number(number.decimalValue()), words.unit(text(quantity, "unit")), number.asText());
        String notes = quantity.properties().stream()
                .filter(member -> !NUMBER_AND_UNIT.contains(member.getKey()))
                .map(member -> note(quantity, member.getKey(), member.getValue()))
                .collect(Collectors.joining(", "));
        return notes.isEmpty() ? line : line.noting(notes);
    }

    /** What else is said of a number: when, where, how, by whom, and how exactly; the last in the number's own unit. */
    private String note(JsonNode quantity, String name, JsonNode value) {
        String unit = name.equals("uncertainty") ? "\u00a0" + words.unit(text(quantity, "unit")) : "";
        return words.note(name, lines(name, value).get(0).spoken() + unit);
    }

    private Line document(JsonNode document) {
        String url = text(document, "url");
        String language = text(document, "language");
        String type = text(document, "mediaType");
        String title = document.has("title") ? text(document, "title") : url;
        String note = Stream.of(formats.mediaType(type), formats.language(language), text(document, "documentId"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return WEB.matcher(url).matches()
                ? Line.to(new Link(url, type, language, text(document, "sha256")), title, note)
                : Line.of(title).noting(note);
    }

    private Line address(JsonNode address) {
        String town = (text(address, "postalCode") + " " + text(address, "addressLocality")).strip();
        return Line.of(Stream.of(text(address, "streetAddress"), town, formats.country(text(address, "addressCountry")))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ")));
    }

    private Line span(JsonNode object, String from, String to) {
        Line first = lines(from, object.path(from)).get(0);
        Line last = lines(to, object.path(to)).get(0);
        return Line.of(words.of("format.span", first.spoken(), last.spoken()), first.machine() + "/" + last.machine());
    }

    private Line scalar(String name, JsonNode value) {
        if (value.isNumber()) {
            boolean year = name.equals("year");
            String raw = value.asText();
            return Line.of(year ? raw : formats.number(value.decimalValue()), raw);
        }
        String text = value.asText();
        String worded = words.value(name, text);
        if (!worded.equals(text)) {
            return Line.of(worded, text);
        }
        if (name.endsWith("Period")) {
            return Line.of(formats.duration(text), text);
        }
        return name.endsWith("Date") || MOMENTS.contains(name) ? moment(text) : plain(text);
    }

    private Line moment(String text) {
        try {
            return Line.moment(text.contains("T") ? formats.time(text) : formats.date(text), text);
        } catch (DateTimeException e) {
            return Line.of(text);
        }
    }

    private Line plain(String text) {
        if (WEB.matcher(text).matches()) {
            return Line.to(new Link(text, null, null, null), text, null);
        }
        return MAIL.matcher(text).matches()
                ? Line.to(new Link("mailto:" + text, null, null, null), text, null)
                : Line.of(text);
    }

    private static boolean isQuantity(JsonNode value) {
        return value.path("value").isNumber() && value.has("unit");
    }

    private static boolean isDocument(JsonNode value) {
        return value.has("url") && value.has("mediaType");
    }

    /** A company or a plant. */
    private static boolean isContact(JsonNode value) {
        return value.has("postalAddress") || value.has("identifier");
    }

    private static String text(JsonNode object, String member) {
        return object.path(member).asText("");
    }
}
