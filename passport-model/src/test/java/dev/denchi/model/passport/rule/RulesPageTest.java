package dev.denchi.model.passport.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.denchi.model.format.Examples;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.passport.RecordKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** openapi/rules.md names the rules there are, what they are about and where they come from. */
class RulesPageTest {
    private static final Pattern ROW =
            Pattern.compile("\\| `([a-z0-9-]+)` \\| ([a-z, -]+) \\| ([^|]+) \\| [^|]+\\. \\|");

    @Test
    void the_page_lists_every_rule_with_its_kinds_and_its_clause() throws IOException {
        assertEquals(
                PassportRules.ALL.stream().map(RulesPageTest::row).collect(Collectors.joining("\n")),
                Stream.of(Files.readString(Path.of("..", "openapi", "rules.md")).split("\n"))
                        .map(ROW::matcher)
                        .filter(row -> row.matches())
                        .map(row -> row.group(1) + " | " + row.group(2) + " | " + row.group(3))
                        .collect(Collectors.joining("\n")));
    }

    private static String row(Rule<?> rule) {
        return rule.name() + " | " + kinds(rule) + " | " + rule.source();
    }

    private static String kinds(Rule<?> rule) {
        return Arrays.stream(RecordKind.values())
                .filter(kind -> rule.about().isInstance(RecordReader.content(kind, Examples.of(kind))))
                .map(RecordKind::label)
                .collect(Collectors.joining(", "));
    }
}
