package dev.denchi.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.denchi.model.format.StrictJson;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The published description of the Ouranos API and its examples, where a checkout has them beside it; else the test is skipped. */
final class Published {
    private static final YAMLMapper YAML = new YAMLMapper();

    private final JsonNode document;

    Published() {
        document = read("dts-openapi.yaml");
    }

    static JsonNode example(String name) {
        return read("openapi-" + name + ".json");
    }

    private static JsonNode read(String file) {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared/data/abtc").resolve(file))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(found.isPresent(), "skipped: there is no shared/data/abtc/" + file + " beside this checkout");
        try {
            return YAML.readTree(Files.readString(found.orElseThrow()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every place where the answer has another form than the description gives it. */
    List<String> faults(String method, String target, Response answer) {
        JsonNode described = operation(method, target).path("responses").path(Integer.toString(answer.statusCode()));
        assertEquals(
                false,
                described.isMissingNode(),
                () -> method + " " + target + " never answers " + answer.statusCode());
        JsonNode schema = described.at("/content/application~1json/schema");
        return schema.isMissingNode() ? List.of() : validate(schema, answer.asString());
    }

    private List<String> validate(JsonNode schema, String body) {
        ObjectNode whole = schema.deepCopy();
        if (schema.has("$ref")) {
            whole = StrictJson.read("{\"allOf\": [" + schema + "]}").deepCopy();
        }
        whole.set("components", document.path("components"));
        return SchemaRegistry.withDialect(Dialects.getOpenApi30())
                .getSchema(whole)
                .validate(
                        body,
                        InputFormat.JSON,
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private JsonNode operation(String method, String target) {
        return document.path("paths").properties().stream()
                .filter(path -> path.getKey().matches("/api/v1/[a-zA-Z]+\\?dataTarget=" + target + "(&.*)?"))
                .map(path -> path.getValue().path(method))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseThrow();
    }
}
