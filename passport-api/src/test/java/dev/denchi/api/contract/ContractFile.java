package dev.denchi.api.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** A YAML or JSON file of openapi/, read strictly. */
record ContractFile(Path path, JsonNode content) {
    static final Path FOLDER = Path.of("..", "openapi");

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    static ContractFile of(String name) {
        return read(FOLDER.resolve(name));
    }

    private static ContractFile read(Path path) {
        try {
            return new ContractFile(path, YAML.readTree(Files.readString(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    static Stream<ContractFile> all() {
        try (Stream<Path> schemas = Files.list(FOLDER.resolve("schemas"))) {
            return Stream.concat(
                    Stream.of("passport-api.yaml", "ouranos-api.yaml", "passport-events.yaml")
                            .map(ContractFile::of),
                    schemas.sorted().map(ContractFile::read).toList().stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every text that is the value of one of these members, wherever it stands. */
    List<String> texts(String... members) {
        List<String> found = new ArrayList<>();
        eachObject((pointer, object) -> {
            for (String member : members) {
                if (object.path(member).isTextual()) {
                    found.add(object.path(member).textValue());
                }
            }
        });
        return found;
    }

    /** Visits every object of the file with its place. */
    void eachObject(BiConsumer<JsonPointer, JsonNode> visitor) {
        visit(JsonPointer.empty(), content, visitor);
    }

    private static void visit(JsonPointer at, JsonNode node, BiConsumer<JsonPointer, JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(at, node);
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                visit(at.appendProperty(member.getKey()), member.getValue(), visitor);
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            visit(at.appendIndex(i), node.get(i), visitor);
        }
    }

    boolean leadsSomewhere(String reference) {
        return !target(reference).isMissingNode();
    }

    /** What a {@code $ref} of this file stands for, in this file or another one. */
    JsonNode target(String reference) {
        String[] parts = reference.split("#", 2);
        Path file = parts[0].isEmpty() ? path : path.resolveSibling(parts[0]);
        if (!Files.exists(file)) {
            return YAML.missingNode();
        }
        JsonNode read = parts[0].isEmpty() ? content : read(file).content();
        return parts.length == 1 ? read : read.at(parts[1]);
    }
}
