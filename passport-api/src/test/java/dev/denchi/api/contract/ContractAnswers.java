package dev.denchi.api.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds an answer against the contract: its status, its media type and its body are what the operation that was called may answer; and
 * a request that was taken: its body is what the operation asks for.
 */
public final class ContractAnswers {
    private static final List<ContractFile> CONTRACTS =
            List.of(ContractFile.of("passport-api.yaml"), ContractFile.of("ouranos-api.yaml"));
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final SchemaRegistry SCHEMAS =
            ExamplesShown.of(CONTRACTS.get(0)).schemas();

    /** What the contract says of all addresses at once: of a method that is none of theirs, and of too long an address. */
    private static final Set<Integer> OF_ANY_ADDRESS = Set.of(405, 414);

    private final ContractFile contract;

    private ContractAnswers(ContractFile contract) {
        this.contract = contract;
    }

    private static Stream<ContractAnswers> all() {
        return CONTRACTS.stream().map(ContractAnswers::new);
    }

    /** None for an address or a method of which no contract says anything. */
    public static List<String> faults(String method, String path, int status, String contentType, byte[] body) {
        return all().flatMap(answers -> answers
                        .operation(method, path)
                        .filter(operation -> !OF_ANY_ADDRESS.contains(status))
                        .map(operation -> answers.faults(operation, status, mediaType(contentType), body))
                        .stream())
                .flatMap(List::stream)
                .toList();
    }

    /** Of a request whose body was taken: what is taken has the form that senders were told. */
    public static List<String> faultsOfTaken(String method, String path, String contentType, byte[] body) {
        return all().flatMap(answers -> answers.operation(method, path).stream()
                        .flatMap(operation -> answers.faultsOfTaken(operation, mediaType(contentType), body).stream()))
                .toList();
    }

    private List<String> faultsOfTaken(JsonPointer operation, String mediaType, byte[] body) {
        JsonPointer content = resolved(operation.appendProperty("requestBody"))
                .appendProperty("content")
                .appendProperty(mediaType);
        return contract.content().at(content).isMissingNode()
                ? List.of(content + " may not be taken")
                : faults(content, mediaType, body);
    }

    private Optional<JsonPointer> operation(String method, String path) {
        return template(path)
                .map(address -> address.appendProperty(method.toLowerCase(Locale.ROOT)))
                .filter(operation -> contract.content().at(operation).isObject());
    }

    private static String mediaType(String contentType) {
        return contentType.replaceFirst(";.*", "");
    }

    private List<String> faults(JsonPointer operation, int status, String mediaType, byte[] body) {
        JsonPointer answer = resolved(operation.appendProperty("responses").appendProperty(Integer.toString(status)));
        JsonNode content = contract.content().at(answer).path("content");
        if (contract.content().at(answer).isMissingNode()) {
            return List.of(operation + " may not answer " + status);
        }
        if (body.length == 0 || content.isMissingNode()) {
            return body.length == 0 ? List.of() : List.of(operation + " answers " + status + " without a body");
        }
        if (!content.has(mediaType)) {
            return List.of(operation + " may not answer " + status + " with " + mediaType);
        }
        return faults(answer.appendProperty("content").appendProperty(mediaType), mediaType, body);
    }

    private List<String> faults(JsonPointer content, String mediaType, byte[] body) {
        return mediaType.matches("application/([a-z-]+\\+)?json")
                ? faults(content.appendProperty("schema"), read(body))
                : List.of();
    }

    private List<String> faults(JsonPointer schema, JsonNode body) {
        return SCHEMAS
                .getSchema(SchemaLocation.of(
                        ExamplesShown.ADDRESS + contract.path().getFileName() + "#" + schema))
                .validate(body)
                .stream()
                .map(Error::toString)
                .map(fault -> schema + ": " + fault)
                .toList();
    }

    /** A refusal may say back what the service itself would not take. */
    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonPointer resolved(JsonPointer at) {
        String reference = contract.content().at(at).path("$ref").asText();
        return reference.isEmpty() ? at : JsonPointer.compile(reference.substring(1));
    }

    /** Of the addresses that fit, the one that says most. */
    private Optional<JsonPointer> template(String path) {
        return contract.content().path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .filter(template -> pattern(template).matcher(path).matches())
                .min(Comparator.comparingLong(
                        template -> template.chars().filter(c -> c == '{').count()))
                .map(template -> JsonPointer.compile("/paths").appendProperty(template));
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"));
    }
}
