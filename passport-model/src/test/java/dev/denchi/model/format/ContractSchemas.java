package dev.denchi.model.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** The schemas of the contract that are not of records. */
public final class ContractSchemas {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaIdResolvers(
                    resolvers -> resolvers.mapPrefix(RecordSchemas.ADDRESS, "classpath:dev/denchi/contract/schemas/")));

    private ContractSchemas() {}

    /** Every place where the document has another form than {@code schemas/{name}.json} asks for. */
    public static List<String> faults(String name, JsonNode document) {
        return REGISTRY.getSchema(SchemaLocation.of(RecordSchemas.ADDRESS + name + ".json")).validate(document).stream()
                .map(Error::toString)
                .toList();
    }
}
