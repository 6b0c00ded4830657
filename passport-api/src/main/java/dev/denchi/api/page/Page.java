package dev.denchi.api.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the template shows, in the words of one language.
 *
 * @param words the page's own words by their key
 * @param languages the languages that the page can be read in
 * @param maker the manufacturer, by the name people know
 * @param kind what sort of battery it is
 * @param status the passport's status, and the battery's where the reader may see it
 * @param withdrawn what its issuer stands by no more
 * @param figures what matters most, at a glance
 */
public record Page(
        Language language,
        Map<String, String> words,
        List<Language> languages,
        String maker,
        String model,
        String kind,
        List<Line> status,
        List<String> withdrawn,
        List<Fact> figures,
        List<Section> sections,
        Proof proof,
        boolean everyone) {

    /**
     * A chapter of the page.
     *
     * @param symbol the name of a drawing beside the heading, if there is one
     */
    public record Section(
            String id,
            String heading,
            List<Fact> facts,
            List<Table> tables,
            @Nullable String symbol) {}

    /** An attribute with its label and what is said of it. */
    public record Fact(String name, String label, List<Line> lines) {}

    /**
     * One line of a value.
     *
     * @param label what this part of the value is, where the value has several
     * @param unit what the number counts, where it is one
     * @param machine the value as the record has it, where the text is another
     * @param moment whether that is a date or a time
     * @param note smaller print behind it
     */
    public record Line(
            @Nullable String label,
            String text,
            @Nullable String unit,
            @Nullable String machine,
            boolean moment,
            @Nullable Link link,
            @Nullable String note) {

        static Line of(String text) {
            return new Line(null, text, null, null, false, null, null);
        }

        static Line of(String text, String machine) {
            return new Line(null, text, null, machine, false, null, null);
        }

        static Line quantity(String number, String unit, String machine) {
            return new Line(null, number, unit.isEmpty() ? null : unit, machine, false, null, null);
        }

        static Line moment(String text, String machine) {
            return new Line(null, text, null, machine, true, null, null);
        }

        static Line to(Link link, String text, @Nullable String note) {
            return new Line(null, text, null, null, false, link, note);
        }

        /** Text and unit in one, for sentences. */
        String spoken() {
            return unit == null ? text : text + "\u00a0" + unit;
        }

        Line labelled(String name) {
            return new Line(label == null ? name : name + ", " + label, text, unit, machine, moment, link, note);
        }

        Line noting(String words) {
            return new Line(label, text, unit, machine, moment, link, words);
        }
    }

    /**
     * Where a line leads.
     *
     * @param type the media type of what is there
     * @param language the language of what is there
     * @param sha256 the hash that what is there must have
     */
    public record Link(
            String href,
            @Nullable String type,
            @Nullable String language,
            @Nullable String sha256) {}

    /** An attribute with many rows. */
    public record Table(String name, String caption, List<String> columns, List<List<Cell>> rows) {}

    /**
     * A cell of a table.
     *
     * @param bar how far a bar behind the number reaches, in percent
     */
    public record Cell(
            List<Line> lines, boolean number, @Nullable String bar) {}

    /**
     * How a stranger checks what the page says.
     *
     * @param identifier the product identifier
     * @param passport the address of the passport
     * @param json where it is read as JSON, by a browser too
     */
    public record Proof(String identifier, String passport, String json, List<Record> records) {}

    /** One signed record. */
    public record Record(String kind, String issuer, String keys, String address, int version, Line issued) {}
}
