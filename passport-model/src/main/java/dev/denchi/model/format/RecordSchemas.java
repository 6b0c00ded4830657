package dev.denchi.model.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Violation;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The JSON Schemas of openapi/schemas, one for each kind of record. */
public final class RecordSchemas {
    /** The published address of the schemas; they are read from this library, never fetched. */
    public static final String ADDRESS = "https://denchi.dev/schemas/";

    private final Map<RecordKind, Schema> schemas = new EnumMap<>(RecordKind.class);

    public RecordSchemas() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(
                                // the contract's language, not that of the machine it runs on
                                SchemaRegistryConfig.builder()
                                        .locale(Locale.ENGLISH)
                                        .build())
                        .schemaIdResolvers(
                                resolvers -> resolvers.mapPrefix(ADDRESS, "classpath:dev/denchi/contract/schemas/")));
        for (RecordKind kind : RecordKind.values()) {
            Schema schema = registry.getSchema(SchemaLocation.of(schemaOf(kind)));
            schema.initializeValidators();
            schemas.put(kind, schema);
        }
    }

    public static String schemaOf(RecordKind kind) {
        return ADDRESS + kind.label() + ".json";
    }

    /** Every place where the document has another form than its kind's schema asks for. */
    public List<Violation> violations(RecordKind kind, JsonNode document) {
        return schemaFor(kind)
                .validate(document, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(RecordSchemas::violation)
                .distinct()
                .toList();
    }

    private Schema schemaFor(RecordKind kind) {
        Schema schema = schemas.get(kind);
        if (schema == null) {
            throw new IllegalStateException("no schema for " + kind);
        }
        return schema;
    }

    private static Violation violation(Error error) {
        String pointer = error.getInstanceLocation().toString();
        String place = error.getProperty() == null ? pointer : pointer + "/" + escaped(error.getProperty());
        return new Violation(place, "schema:" + error.getKeyword(), error.getMessage());
    }

    private static String escaped(String member) {
        return member.replace("~", "~0").replace("/", "~1");
    }
}
