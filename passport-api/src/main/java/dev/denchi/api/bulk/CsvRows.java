package dev.denchi.api.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CSV (RFC 4180) of batteries: the header names attributes, parameters say what all rows share. A text that begins with
 * <code>{</code> is JSON; <code>{name}</code> within another parameter is the row's value of that attribute.
 */
final class CsvRows implements Rows {
    private static final String PASSPORT = "batteryPassportIdentifier";
    private static final String PRODUCT = "productIdentifier";
    private static final ObjectReader CELLS = new CsvMapper()
            .readerForListOf(String.class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .with(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS);
    private static final NameBasedGenerator NAMED = Generators.nameBasedGenerator(NameBasedGenerator.NAMESPACE_URL);

    private final Map<String, String> shared;
    private @Nullable List<String> header;

    CsvRows(Map<String, String> shared) {
        this.shared = Map.copyOf(shared);
    }

    @Override
    public boolean isHeader(Line line) {
        return header == null;
    }

    @Override
    public byte @Nullable [] document(Line line) {
        List<String> cells = cells(line);
        if (header == null) {
            header = requireNames(cells);
            return null;
        }
        if (cells.size() != header.size()) {
            throw Rejected.because(
                    ProblemType.MALFORMED_REQUEST,
                    "the row has " + cells.size() + " cells, the header has " + header.size());
        }
        return StrictJson.write(battery(header, cells));
    }

    private ObjectNode battery(List<String> names, List<String> cells) {
        ObjectNode battery = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                battery.set(names.get(i), value(cells.get(i)));
            }
        }
        ObjectNode row = battery.deepCopy();
        shared.forEach((name, text) -> {
            if (!battery.has(name)) {
                battery.set(name, value(text.startsWith("{") ? text : filled(text, row)));
            }
        });
        JsonNode product = battery.path(PRODUCT);
        if (!battery.has(PASSPORT) && product.isTextual()) {
            battery.put(PASSPORT, "urn:uuid:" + NAMED.generate(product.textValue()));
        }
        return battery;
    }

    private static JsonNode value(String text) {
        try {
            return text.startsWith("{") ? StrictJson.read(text) : JsonNodeFactory.instance.textNode(text);
        } catch (MalformedJson e) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, "\"" + text + "\": " + e.getMessage());
        }
    }

    private static String filled(String template, ObjectNode row) {
        String text = template;
        for (var cell : row.properties()) {
            text = text.replace(
                    "{" + cell.getKey() + "}",
                    URLEncoder.encode(cell.getValue().asText(), StandardCharsets.UTF_8)
                            .replace("+", "%20"));
        }
        return text;
    }

    private static List<String> requireNames(List<String> names) {
        if (names.stream().anyMatch(String::isBlank) || new HashSet<>(names).size() != names.size()) {
            throw Rejected.because(
                    ProblemType.MALFORMED_REQUEST,
                    "the first line names the attribute of each column, each once; it says " + names);
        }
        return List.copyOf(names);
    }

    private static List<String> cells(Line line) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.bytes()))
                    .toString();
            try (var rows = CELLS.<List<String>>readValues(text)) {
                List<String> cells = rows.nextValue();
                if (rows.hasNextValue()) {
                    throw Rejected.because(ProblemType.MALFORMED_REQUEST, "the line has more than one row");
                }
                return cells;
            }
        } catch (CharacterCodingException e) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, "the line is not UTF-8");
        } catch (JsonProcessingException e) {
            throw Rejected.because(
                    ProblemType.MALFORMED_REQUEST, "the line is no row of CSV: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
