package dev.denchi.model.exchange;

import dev.denchi.model.exchange.conversion.Converter;
import dev.denchi.model.exchange.conversion.Converters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields of one document of a format and where they stand with us, read from a table in the resources. A line is: {@code
 * !} for required or {@code ?}; their pointer; ours as {@code kind:pointer}, {@code =} for a constant or {@code -} for none;
 * the converter, the constant or the reason.
 */
final class MappingTable {
    private static final Converter NO_CONVERTER = Converter.of("", node -> Converter.NONE, node -> Converter.NONE);

    private final String document;
    private final List<Mapping> mappings;

    private MappingTable(String document, List<Mapping> mappings) {
        this.document = document;
        this.mappings = mappings;
    }

    static MappingTable read(String document, String resource) {
        try (InputStream in = MappingTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("there is no table " + resource);
            }
            List<Mapping> mappings = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> mappings.add(parsed("/" + document, line)));
            return new MappingTable(document, List.copyOf(mappings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String document() {
        return document;
    }

    List<Mapping> mappings() {
        return mappings;
    }

    /** The first members of the document, by which a document without its name is recognised. */
    Set<String> topMembers() {
        return mappings.stream()
                .map(mapping -> mapping.theirs().split("/", -1)[2])
                .collect(Collectors.toSet());
    }

    private static Mapping parsed(String prefix, String line) {
        String[] cells = line.strip().split("\\s+", 4);
        boolean required = cells[0].equals("!");
        String theirs = prefix + cells[1];
        String last = cells.length > 3 ? cells[3] : "";
        return switch (cells[2]) {
            case "-" -> new Mapping(theirs, required, null, "", NO_CONVERTER, last);
            case "=" -> new Mapping(theirs, required, "=", "", NO_CONVERTER, last);
            default -> mapped(theirs, required, cells[2], last);
        };
    }

    private static Mapping mapped(String theirs, boolean required, String place, String spec) {
        int colon = place.indexOf(':');
        String ours = place.substring(colon + 1);
        if (stars(theirs) != stars(ours)) {
            throw new IllegalStateException("not as many stars: " + theirs + " " + place);
        }
        return new Mapping(
                theirs, required, place.substring(0, colon), ours, Converters.of(spec.isEmpty() ? "same" : spec), "");
    }

    private static long stars(String pattern) {
        return pattern.chars().filter(character -> character == '*').count();
    }
}
