package dev.denchi.model.readiness;

import static dev.denchi.model.passport.BatteryModel.BatteryCategory.EV;
import static dev.denchi.model.passport.BatteryModel.BatteryCategory.INDUSTRIAL;
import static dev.denchi.model.passport.BatteryModel.BatteryCategory.LMT;
import static dev.denchi.model.passport.BatteryModel.BatteryCategory.STATIONARY;
import static dev.denchi.model.readiness.PointReadiness.State.CONDITIONAL;
import static dev.denchi.model.readiness.PointReadiness.State.MISSING;
import static dev.denchi.model.readiness.PointReadiness.State.NOT_YET_REQUIRED;
import static dev.denchi.model.readiness.PointReadiness.State.PROVIDED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.format.ContractSchemas;
import dev.denchi.model.format.Examples;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.passport.BatteryModel.BatteryCategory;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.readiness.MinimumReadiness.Verdict;
import dev.denchi.model.readiness.PointReadiness.State;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReadinessTest {
    private static final DataPoints TABLE = DataPointsFile.bundled();
    private static final LocalDate FIRST_DAY = LocalDate.parse("2027-02-18");
    private static final Set<String> SECOND_LIFE = Set.of("re-used", "repurposed", "remanufactured");

    @Test
    void the_electric_vehicle_battery_has_all_its_mandatory_points() {
        Readiness ready = Readiness.of(TABLE, EV, FIRST_DAY, records("ev-nmc"));

        Set<Integer> mandatory = wanting(EV, Applicability.MANDATORY);
        assertEquals(47, mandatory.size(), "46 and point 51");
        assertTrue(numbers(ready, point -> point.state() == PROVIDED && !point.early())
                .containsAll(mandatory));
        assertEquals(Set.of(), numbers(ready, point -> point.state() == MISSING));
        assertEquals(new TreeSet<>(Set.of(17, 18, 19, 20, 21, 22, 23, 44)), numbers(ready, PointReadiness::early));
        assertEquals(
                wanting(EV, Applicability.NOT_TO_BE_FILLED),
                numbers(ready, point -> point.state() == NOT_YET_REQUIRED));
        assertTrue(ready.publishable());
    }

    @Test
    void deferred_points_that_are_not_there_are_not_yet_required() {
        var contents = records("ev-nmc");
        contents.keySet()
                .removeAll(Set.of(RecordKind.CARBON_FOOTPRINT, RecordKind.RECYCLED_CONTENT, RecordKind.DUE_DILIGENCE));
        Readiness ready = Readiness.of(TABLE, EV, FIRST_DAY, contents);

        for (int number : IntStream.rangeClosed(17, 23).toArray()) {
            assertEquals(NOT_YET_REQUIRED, point(ready, number).state());
            assertFalse(point(ready, number).reason() == null);
        }
        assertTrue(ready.publishable());
    }

    static Stream<Arguments> required() {
        return Stream.of(
                        Arguments.of("ev-nmc", EV),
                        Arguments.of("lmt", LMT),
                        Arguments.of("stationary-lfp", STATIONARY))
                .flatMap(battery -> TABLE.points().stream()
                        .filter(point -> point.applicability().get(battery.get()[1]) == Applicability.MANDATORY)
                        .flatMap(point -> point.attributes().stream()
                                .map(attribute ->
                                        Arguments.of(battery.get()[0], battery.get()[1], point.number(), attribute))));
    }

    @ParameterizedTest
    @MethodSource("required")
    void without_one_attribute_exactly_its_point_is_missing(
            String folder, BatteryCategory category, int number, Attribute attribute) {
        var contents = records(folder);
        assertTrue(Readiness.of(TABLE, category, FIRST_DAY, contents).publishable());

        remove(contents, attribute);
        Readiness ready = Readiness.of(TABLE, category, FIRST_DAY, contents);

        Set<Integer> expected = TABLE.points().stream()
                .filter(point -> point.applicability().get(category) == Applicability.MANDATORY)
                .filter(point -> point.attributes().contains(attribute))
                .map(DataPoint::number)
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(expected.contains(number));
        assertEquals(expected, numbers(ready, point -> point.state() == MISSING));
        assertEquals(List.of(attribute), point(ready, number).absent());
        assertFalse(ready.publishable());
    }

    @ParameterizedTest
    @EnumSource
    void of_nothing_everything_mandatory_is_missing_and_no_more(BatteryCategory category) {
        Readiness ready = Readiness.of(TABLE, category, FIRST_DAY, Map.of());

        Set<Integer> conditional = wanting(category, Applicability.CONDITIONAL);
        conditional.addAll(wanting(category, Applicability.OPTIONAL));
        assertEquals(wanting(category, Applicability.MANDATORY), numbers(ready, point -> point.state() == MISSING));
        assertEquals(conditional, numbers(ready, point -> point.state() == CONDITIONAL));
        assertEquals(conditional, numbers(ready, point -> point.condition() != null));
        assertFalse(ready.publishable());
    }

    @Test
    void before_passports_are_required_nothing_is_missing() {
        Readiness ready = Readiness.of(TABLE, EV, FIRST_DAY.minusDays(1), Map.of());

        assertEquals("required from 2027-02-18 (Article 77(1))", point(ready, 1).reason());
        assertEquals(
                71, numbers(ready, point -> point.state() == NOT_YET_REQUIRED).size());
        assertTrue(ready.publishable());
        Readiness whole = Readiness.of(TABLE, EV, FIRST_DAY.minusDays(1), records("ev-nmc"));
        assertTrue(point(whole, 1).early());
    }

    @ParameterizedTest
    @CsvSource({
        "2027-08-17, EV, 19, NOT_YET_REQUIRED",
        "2027-08-18, EV, 19, MISSING",
        "2028-08-17, EV, 20, NOT_YET_REQUIRED",
        "2028-08-18, EV, 20, CONDITIONAL",
        "2028-08-18, LMT, 20, NOT_YET_REQUIRED",
        "2033-08-18, LMT, 20, CONDITIONAL",
        "2036-08-18, EV, 17, NOT_YET_REQUIRED",
        "2036-08-18, EV, 44, NOT_YET_REQUIRED",
        "2036-08-18, EV, 62, NOT_YET_REQUIRED",
        "2036-08-18, EV, 1, MISSING",
    })
    void a_deferral_ends_on_its_day(LocalDate date, BatteryCategory category, int number, State state) {
        assertEquals(
                state,
                point(Readiness.of(TABLE, category, date, Map.of()), number).state());
    }

    @ParameterizedTest
    @CsvSource({
        // the example: cobalt 17.5, lead 85.0 of unknown split, lithium 7.5, nickel 8.5
        "2031-08-17, EV, ''",
        "2031-08-18, EV, Cobalt MET Lead MET Lithium MET Nickel MET",
        "2036-08-17, EV, Cobalt MET Lead MET Lithium MET Nickel MET",
        "2036-08-18, EV, Cobalt NOT_MET Lead MET Lithium NOT_MET Nickel NOT_MET",
        "2036-08-17, LMT, ''",
        "2036-08-18, LMT, Cobalt NOT_MET Lead MET Lithium NOT_MET Nickel NOT_MET",
    })
    void minima_are_judged_for_the_day_asked(LocalDate date, BatteryCategory category, String expected) {
        assertEquals(expected, verdicts(Readiness.of(TABLE, category, date, records("ev-nmc"))));
    }

    @Test
    void a_minimum_is_not_judged_of_what_is_not_said() {
        assertEquals(
                "Cobalt NOT_STATED Lead NOT_STATED Lithium NOT_STATED Nickel NOT_STATED",
                verdicts(Readiness.of(TABLE, INDUSTRIAL, LocalDate.parse("2031-08-18"), Map.of())));
        assertEquals(
                "Cobalt NOT_APPLICABLE Lead NOT_APPLICABLE Lithium MET Nickel NOT_APPLICABLE",
                verdicts(Readiness.of(TABLE, STATIONARY, LocalDate.parse("2031-08-18"), records("stationary-lfp"))));
    }

    @Test
    void a_minimum_is_met_at_the_minimum_and_not_below_it() {
        var contents = records("ev-nmc");
        Examples.set(
                record(contents, RecordKind.RECYCLED_CONTENT), "/recycledContent/0/postConsumerShare/value", "12.0");
        Readiness atMinimum = Readiness.of(TABLE, EV, LocalDate.parse("2031-08-18"), contents);
        assertTrue(verdicts(atMinimum).startsWith("Cobalt MET"));
        Examples.set(
                record(contents, RecordKind.RECYCLED_CONTENT), "/recycledContent/0/postConsumerShare/value", "11.99");
        Readiness below = Readiness.of(TABLE, EV, LocalDate.parse("2031-08-18"), contents);
        assertTrue(verdicts(below).startsWith("Cobalt NOT_MET"));
        assertTrue(below.publishable(), "a market ban is not a passport's gap");
    }

    @Test
    void second_lives_are_exempt_from_the_minima() {
        for (String status : SECOND_LIFE) {
            var contents = records("ev-nmc");
            record(contents, RecordKind.BATTERY).put("batteryStatus", status);
            Readiness ready = Readiness.of(TABLE, EV, LocalDate.parse("2036-08-18"), contents);
            assertTrue(ready.minima().stream().allMatch(metal -> metal.verdict() == Verdict.NOT_APPLICABLE));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ev-nmc, EV, 2027-02-18",
        "lmt, LMT, 2036-08-18",
        "stationary-lfp, STATIONARY, 2031-08-18",
        "none, EV, 2036-08-18"
    })
    void the_answer_has_the_form_of_its_schema(String folder, BatteryCategory category, LocalDate date) {
        Map<RecordKind, JsonNode> contents = folder.equals("none") ? Map.of() : records(folder);
        JsonNode answer =
                StrictJson.toNode(Readiness.of(TABLE, category, date, contents).toJson());
        assertEquals(List.of(), ContractSchemas.faults("readiness", answer));
    }

    @Test
    void the_contracts_example_is_the_answer_about_its_battery() {
        var contents = records("ev-nmc");
        contents.keySet().removeAll(Set.of(RecordKind.CARBON_FOOTPRINT, RecordKind.CONDITION));
        assertEquals(
                StrictJson.read(Examples.bytes("responses/readiness-ev-without-condition.json")),
                StrictJson.toNode(Readiness.of(TABLE, EV, FIRST_DAY, contents).toJson()));
    }

    private static Map<RecordKind, JsonNode> records(String folder) {
        Map<RecordKind, JsonNode> records = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : RecordKind.ofPassports()) {
            records.put(kind, Examples.of(folder, kind));
        }
        return records;
    }

    private static ObjectNode record(Map<RecordKind, JsonNode> contents, RecordKind kind) {
        return (ObjectNode) Objects.requireNonNull(contents.get(kind));
    }

    private static void remove(Map<RecordKind, JsonNode> contents, Attribute attribute) {
        JsonPointer place = JsonPointer.compile(attribute.pointer());
        JsonNode record = record(contents, attribute.kind());
        if (attribute.where().isEmpty()) {
            ((ObjectNode) record.at(place.head())).remove(List.of(place.last().getMatchingProperty()));
        } else {
            record.at(place)
                    .forEach(item -> attribute.where().forEach((member, value) -> {
                        if (item.path(member).asText().equals(value)) {
                            ((ObjectNode) item).put(member, "other");
                        }
                    }));
        }
    }

    private static Set<Integer> wanting(BatteryCategory category, Applicability applicability) {
        return TABLE.points().stream()
                .filter(point -> point.applicability().get(category) == applicability)
                .map(DataPoint::number)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> numbers(Readiness ready, Predicate<PointReadiness> which) {
        return ready.points().stream()
                .filter(which)
                .map(point -> point.point().number())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static PointReadiness point(Readiness ready, int number) {
        return ready.points().get(number - 1);
    }

    private static String verdicts(Readiness ready) {
        return ready.minima().stream()
                .map(metal -> metal.metal() + " " + metal.verdict())
                .collect(Collectors.joining(" "));
    }
}
