package dev.denchi.api.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The examples beside each schema of the contract, held against it; those of refused bodies are wrong on purpose. */
record ExamplesShown(ContractFile contract, SchemaRegistry schemas) {
    static final String ADDRESS = "https://denchi.dev/";

    static ExamplesShown of(ContractFile contract) {
        return new ExamplesShown(
                contract,
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemaIdResolvers(
                                resolvers -> resolvers.mapPrefix(ADDRESS, "classpath:META-INF/resources/q/"))));
    }

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        contract.eachObject((at, object) -> {
            if (object.has("schema") && object.has("examples")) {
                for (Map.Entry<String, JsonNode> example :
                        object.path("examples").properties()) {
                    faults.addAll(faults(at.appendProperty("schema"), example));
                }
            }
        });
        return faults;
    }

    private List<String> faults(JsonPointer schema, Map.Entry<String, JsonNode> named) {
        JsonNode example = named.getValue();
        JsonNode shown =
                example.has("$ref") ? contract.target(example.path("$ref").textValue()) : example;
        String file = shown.path("externalValue").asText("");
        if (file.startsWith("examples/refused/") || !file.isEmpty() && !file.endsWith(".json")) {
            return List.of();
        }
        JsonNode value = file.isEmpty() ? shown.path("value") : contract.target(file);
        SchemaLocation location = SchemaLocation.of(ADDRESS + contract.path().getFileName() + "#" + schema);
        return schemas.getSchema(location).validate(value).stream()
                .map(Error::toString)
                .map(fault -> schema + " " + named.getKey() + ": " + fault)
                .toList();
    }
}
