package dev.denchi.api.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.denchi.api.page.Page.Fact;
import dev.denchi.api.page.Page.Line;
import dev.denchi.api.page.Page.Proof;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Writes passports, and refusals to show one, as pages of HTML. */
@Singleton
public class PassportPages {
    private static final List<Language> LANGUAGES = List.of(Language.values());
    private static final List<String> FIGURES = List.of(
            "/carbonFootprint/batteryCarbonFootprint",
            "/batteryModel/performance/ratedEnergy",
            "/batteryModel/performance/ratedCapacity",
            "/batteryModel/batteryMass",
            "/batteryModel/warrantyPeriod",
            "/batteryModel/performance/expectedNumberOfCycles");

    private final StyleSheet style = StyleSheet.read();
    private final Map<Language, Words> words =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(language -> language, Words::new));

    /** What a browser is to be told with every page. */
    public String contentSecurityPolicy() {
        return style.contentSecurityPolicy();
    }

    /**
     * @param view the passport as its reader may see it, in the compressed form
     * @param everyone whether that is what everyone may see
     * @param passport the address of the passport
     */
    public String of(JsonNode view, boolean everyone, String passport, List<SignedRecord> records, Language language) {
        return Templates.passport(page(view, everyone, passport, records, language), style.css())
                .render();
    }

    public String refusal(String problem, Language language) {
        Words said = said(language);
        return Templates.refusal(language, LANGUAGES, said.ofThePage(), said.of("refusal." + problem), style.css())
                .render();
    }

    private Page page(JsonNode view, boolean everyone, String passport, List<SignedRecord> records, Language language) {
        Words said = said(language);
        Values values = new Values(said);
        return new Page(
                language,
                said.ofThePage(),
                LANGUAGES,
                maker(view),
                view.at("/battery/modelId").asText(),
                said.value(
                        "batteryCategory",
                        view.at("/batteryModel/batteryCategory").asText()),
                status(view, values),
                withdrawn(view, said),
                figures(view, said, values),
                new Chapters(said, values).of(view),
                proof(view, passport, records, said, values),
                everyone);
    }

    private Words said(Language language) {
        return Objects.requireNonNull(words.get(language));
    }

    private static String maker(JsonNode view) {
        JsonNode maker = view.at("/batteryModel/manufacturer");
        return maker.path("tradeName").asText(maker.path("name").asText());
    }

    private static List<Line> status(JsonNode view, Values values) {
        return Stream.of("/dppStatus", "/battery/batteryStatus")
                .filter(pointer -> !view.at(pointer).isMissingNode())
                .flatMap(pointer ->
                        values.lines(pointer.substring(pointer.lastIndexOf('/') + 1), view.at(pointer)).stream())
                .toList();
    }

    /** That nobody stands by a part of it any more is said where everybody looks first. */
    private static List<String> withdrawn(JsonNode view, Words said) {
        return StreamSupport.stream(view.path("revokedRecords").spliterator(), false)
                .map(group -> group.asText().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .map(kind -> said.value("kind", kind))
                .toList();
    }

    private static List<Fact> figures(JsonNode view, Words said, Values values) {
        return FIGURES.stream()
                .filter(pointer -> !view.at(pointer).isMissingNode())
                .map(pointer -> {
                    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
                    return new Fact(name, said.label("figure", name), values.lines(name, view.at(pointer)));
                })
                .toList();
    }

    private static Proof proof(JsonNode view, String passport, List<SignedRecord> records, Words said, Values values) {
        return new Proof(
                view.path("uniqueProductIdentifier").asText(),
                passport,
                passport + "/elements/%24",
                records.stream().map(record -> record(record, said, values)).toList());
    }

    private static Page.Record record(SignedRecord record, Words said, Values values) {
        var header = record.header();
        var issued = TextNode.valueOf(header.issuedAt().toString());
        return new Page.Record(
                said.value("kind", header.kind().label()),
                header.issuer(),
                record.keys(),
                record.address(),
                header.version(),
                values.lines("issuedAt", issued).get(0));
    }
}
