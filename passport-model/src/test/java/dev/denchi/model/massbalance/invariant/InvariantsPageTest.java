package dev.denchi.model.massbalance.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** openapi/rules.md names the invariants there are and where they come from. */
class InvariantsPageTest {
    private static final Pattern ROW =
            Pattern.compile("\\| (I[0-9]+b?) \\| `([a-z0-9-]+)` \\| [a-z, -]+ \\| ([^|]+) \\| [^|]+\\. \\|");

    @Test
    void the_page_lists_every_invariant_with_its_source() throws IOException {
        List<String> listed = Stream.of(
                        Files.readString(Path.of("..", "openapi", "rules.md")).split("\n"))
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3))
                .toList();
        assertEquals(
                Arrays.stream(Invariant.values())
                        .map(each -> each.number() + " " + each.label() + " " + each.source())
                        .toList(),
                listed);
    }
}
