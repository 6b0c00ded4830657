package dev.denchi.api.contract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import dev.denchi.api.problem.ProblemType;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {
    private static final ContractFile API = ContractFile.of("passport-api.yaml");
    private static final ContractFile OURANOS = ContractFile.of("ouranos-api.yaml");
    private static final ContractFile EVENTS = ContractFile.of("passport-events.yaml");

    @ParameterizedTest
    @ValueSource(strings = {"passport-api.yaml", "ouranos-api.yaml"})
    void the_contract_is_a_document_of_openapi(String file) {
        ParseOptions asItStands = new ParseOptions();
        SwaggerParseResult parsed =
                new OpenAPIV3Parser().readLocation(ContractFile.of(file).path().toString(), null, asItStands);

        assertEquals(List.of(), parsed.getMessages());
        assertEquals("3.1.0", parsed.getOpenAPI().getOpenapi());
    }

    @Test
    void the_events_are_a_document_of_asyncapi() {
        assertEquals("3.0.0", EVENTS.content().path("asyncapi").textValue());
        List<JsonNode> messages = new ArrayList<>();
        EVENTS.content().at("/components/messages").forEach(messages::add);
        assertFalse(messages.isEmpty());
        for (JsonNode message : messages) {
            assertEquals(
                    message.path("name").textValue(),
                    message.at("/headers/allOf/1/properties/ce_type/const").textValue());
        }
        assertEquals(
                messages.size(),
                EVENTS.content().at("/channels/lifecycle/messages").size()
                        + EVENTS.content()
                                .at("/channels/notifications/messages")
                                .size(),
                "each message goes through one of the channels");
    }

    @TestFactory
    Stream<DynamicTest> every_reference_leads_somewhere() {
        return ContractFile.all()
                .map(file -> DynamicTest.dynamicTest(
                        file.path().toString(),
                        () -> assertEquals(
                                List.of(),
                                file.texts("$ref", "externalValue", "x-example").stream()
                                        .filter(reference -> !file.leadsSomewhere(reference))
                                        .toList())));
    }

    @Test
    void the_contract_has_the_addresses_of_the_service_and_no_other() {
        Set<String> contract = Endpoint.ofTheContract(API);
        contract.addAll(Endpoint.ofTheContract(OURANOS));

        assertEquals(contract, Endpoint.ofTheService());
    }

    @Test
    void every_operation_has_a_name_of_its_own() {
        List<String> names = new ArrayList<>(API.texts("operationId"));
        names.addAll(OURANOS.texts("operationId"));

        assertEquals(names.size(), Set.copyOf(names).size(), names::toString);
    }

    @Test
    void every_problem_has_its_heading_its_row_and_its_place_in_the_schema() throws IOException {
        String catalogue = Files.readString(ContractFile.FOLDER.resolve("problems.md"));
        Set<String> problems = Arrays.stream(ProblemType.values())
                .map(type -> type.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toCollection(TreeSet::new));

        assertAll(
                () -> assertEquals(problems, found("(?m)^## (\\S+)$", catalogue)),
                () -> assertEquals(problems, found("(?m)^\\| \\d+ \\| \\[(\\S+)]\\(#\\1\\) ", catalogue)),
                () -> assertEquals(
                        problems,
                        found("problems#([a-z0-9-]+)\"", problemTypes().toString())));
    }

    @Test
    void every_problem_is_listed_with_its_status() throws IOException {
        String catalogue = Files.readString(ContractFile.FOLDER.resolve("problems.md"));
        for (ProblemType type : ProblemType.values()) {
            String slug = type.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertTrue(catalogue.contains("| " + type.status() + " | [" + slug + "]"), slug);
            assertTrue(catalogue.contains("## " + slug + "\n\n**" + type.status()), slug);
        }
    }

    @Test
    void every_example_that_the_problems_show_exists() throws IOException {
        String catalogue = Files.readString(ContractFile.FOLDER.resolve("problems.md"));

        for (String example : found("\\((examples/[^)]+)\\)", catalogue)) {
            assertTrue(Files.exists(ContractFile.FOLDER.resolve(example)), example);
        }
    }

    @Test
    void every_example_has_the_form_that_the_contract_gives_it() {
        assertEquals(List.of(), ExamplesShown.of(API).faults());
    }

    @TestFactory
    Stream<DynamicTest> every_example_of_an_event_has_the_form_of_its_message() {
        return EVENTS.content().at("/components/messages").properties().stream()
                .map(message -> DynamicTest.dynamicTest(
                        message.getKey(), () -> assertEquals(List.of(), faultsOfExample(message.getValue()))));
    }

    private static List<String> faultsOfExample(JsonNode message) {
        JsonNode example = EVENTS.target(message.path("x-example").textValue()).path("payload");
        String schema = ExamplesShown.ADDRESS + message.at("/payload/$ref").textValue();
        return ExamplesShown.of(EVENTS).schemas().getSchema(SchemaLocation.of(schema)).validate(example).stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode problemTypes() {
        return API.content().at("/components/schemas/Problem/properties/type/enum");
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
