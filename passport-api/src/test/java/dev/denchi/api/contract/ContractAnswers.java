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

/**
 * Holds an answer against the contract: its status, its media type and its body are what the operation that was called may answer; and
 * a request that was taken: its body is what the operation asks for.
 */
public final class ContractAnswers {
    private static final ContractFile API = ContractFile.of("passport-api.yaml");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final SchemaRegistry SCHEMAS = ExamplesShown.of(API).schemas();

    /** What the contract says of all addresses at once: of a method that is none of theirs, and of too long an address. */
    private static final Set<Integer> OF_ANY_ADDRESS = Set.of(405, 414);

    private ContractAnswers() {}

    /** None for an address or a method of which the contract says nothing. */
    public static List<String> faults(String method, String path, int status, String contentType, byte[] body) {
        return operation(method, path)
                .filter(operation -> !OF_ANY_ADDRESS.contains(status))
                .map(operation -> faults(operation, status, mediaType(contentType), body))
                .orElse(List.of());
    }

    /** Of a request whose body was taken: what is taken has the form that senders were told. */
    public static List<String> faultsOfTaken(String method, String path, String contentType, byte[] body) {
        return operation(method, path)
                .map(operation -> resolved(operation.appendProperty("requestBody"))
                        .appendProperty("content")
                        .appendProperty(mediaType(contentType)))
                .map(content -> API.content().at(content).isMissingNode()
                        ? List.of(content + " may not be taken")
                        : faults(content, mediaType(contentType), body))
                .orElse(List.of());
    }

    private static Optional<JsonPointer> operation(String method, String path) {
        return template(path)
                .map(address -> address.appendProperty(method.toLowerCase(Locale.ROOT)))
                .filter(operation -> API.content().at(operation).isObject());
    }

    private static String mediaType(String contentType) {
        return contentType.replaceFirst(";.*", "");
    }

    private static List<String> faults(JsonPointer operation, int status, String mediaType, byte[] body) {
        JsonPointer answer = resolved(operation.appendProperty("responses").appendProperty(Integer.toString(status)));
        JsonNode content = API.content().at(answer).path("content");
        if (API.content().at(answer).isMissingNode()) {
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

    private static List<String> faults(JsonPointer content, String mediaType, byte[] body) {
        return mediaType.matches("application/([a-z-]+\\+)?json")
                ? faults(content.appendProperty("schema"), read(body))
                : List.of();
    }

    private static List<String> faults(JsonPointer schema, JsonNode body) {
        return SCHEMAS
                .getSchema(SchemaLocation.of(ExamplesShown.ADDRESS + "passport-api.yaml#" + schema))
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

    private static JsonPointer resolved(JsonPointer at) {
        String reference = API.content().at(at).path("$ref").asText();
        return reference.isEmpty() ? at : JsonPointer.compile(reference.substring(1));
    }

    /** Of the addresses that fit, the one that says most. */
    private static Optional<JsonPointer> template(String path) {
        return API.content().path("paths").properties().stream()
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
