package dev.denchi.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.denchi.api.page.Page.Line;
import dev.denchi.model.format.StrictJson;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH  | batteryMass    | {\"value\": 452.60, \"unit\": \"kg\"} | 452.60_kg",
                "GERMAN   | batteryMass    | {\"value\": 452.60, \"unit\": \"kg\"} | 452,60_kg",
                "ENGLISH  | ratedMaximumPower | {\"value\": 210000, \"unit\": \"W\"} | 210~000_W",
                "ENGLISH  | x              | {\"value\": -1234567.5, \"unit\": \"Cel\"} | −1~234~567.5_°C",
                "ENGLISH  | x              | 1500                                | 1500",
                "ENGLISH  | year           | 2026                                | 2026",
                "ENGLISH  | manufacturingDate | \"2026-11-05\"                   | 5 November 2026",
                "ENGLISH  | manufacturingDate | \"2026-11\"                      | November 2026",
                "GERMAN   | manufacturingDate | \"2026-11-05\"                   | 5. November 2026",
                "JAPANESE | manufacturingDate | \"2026-11-05\"                   | 2026年11月5日",
                "JAPANESE | manufacturingDate | \"2026-11\"                      | 2026年11月",
                "ENGLISH  | lastUpdate     | \"2026-11-23T20:00:04Z\"            | 23 November 2026, 20:00 UTC",
                "ENGLISH  | warrantyPeriod | \"P8Y\"                             | 8 years",
                "ENGLISH  | warrantyPeriod | \"P1Y6M\"                           | 1 year 6 months",
                "GERMAN   | warrantyPeriod | \"P1Y\"                             | 1 Jahr",
                "ENGLISH  | version        | \"2023-06\"                         | 2023-06",
                "ENGLISH  | batteryStatus  | \"re-used\"                         | Re-used",
                "ENGLISH  | identifier     | {\"scheme\": \"GLN\", \"value\": \"49\"} | GLN 49",
                "ENGLISH  | x              | {\"minimum\": {\"value\": -30.0, \"unit\": \"Cel\"}, \"maximum\": {\"value\": 60.0, \"unit\": \"Cel\"}} | −30.0_°C to 60.0_°C",
                "ENGLISH  | negativeEvents | []                                  | None",
            })
    void reads_values_as_people_do(Language language, String name, String json, String said) {
        String expected = said.replace('_', '\u00a0').replace('~', '\u202f');

        assertEquals(List.of(expected), spoken(language, name, json));
    }

    @Test
    void reads_an_address_in_one_line_and_a_company_name_first() {
        assertEquals(
                List.of("Sakura Cells K.K.", "1 Konohana, 554 Osaka, Japan", "GLN 49"),
                spoken(Language.ENGLISH, "manufacturer", """
                        {"identifiers": [{"scheme": "GLN", "value": "49"}], "name": "Sakura Cells K.K.", "postalAddress":
                         {"streetAddress": "1 Konohana", "postalCode": "554", "addressLocality": "Osaka", "addressCountry": "JP"}}"""));
    }

    @Test
    void leads_to_a_document_with_its_type_language_and_hash() {
        Line line = line("d", """
                {"title": "取扱説明書", "url": "https://docs.example/i.pdf", "mediaType": "application/pdf", "language": "ja", "sha256": "03b7"}""");

        assertEquals("取扱説明書", line.text());
        assertEquals("PDF · Japanese", line.note());
        assertEquals(new Page.Link("https://docs.example/i.pdf", "application/pdf", "ja", "03b7"), line.link());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"javascript:alert(1)", "http://plain.example", "https://a b", "data:text/html,x", "a@b@c"})
    void leads_nowhere_but_to_the_web_and_to_a_mailbox(String text) {
        assertNull(line("x", StrictJson.toNode(text).toString()).link());
        assertNull(line("x", "{\"url\": " + StrictJson.toNode(text) + ", \"mediaType\": \"text/html\"}")
                .link());
    }

    @Test
    void a_language_is_asked_for_by_name_or_accepted() {
        assertEquals(Language.JAPANESE, Language.of("ja", List.of(Locale.GERMAN)));
        assertEquals(Language.GERMAN, Language.of(null, List.of(Locale.FRENCH, Locale.forLanguageTag("de-AT"))));
        assertEquals(Language.GERMAN, Language.of("tlh", List.of(Locale.GERMAN)));
        assertEquals(Language.ENGLISH, Language.of(null, List.of()));
    }

    private static Line line(String name, String json) {
        return values(Language.ENGLISH).lines(name, StrictJson.read(json)).get(0);
    }

    private static List<String> spoken(Language language, String name, String json) {
        return values(language).lines(name, StrictJson.read(json)).stream()
                .map(line -> Objects.requireNonNull(line).spoken())
                .toList();
    }

    private static Values values(Language language) {
        return new Values(new Words(language));
    }
}
