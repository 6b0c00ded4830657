package dev.denchi.api.exchange;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.model.exchange.ExchangeFormat;
import dev.denchi.model.exchange.ExchangeFormats;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a caller names in an address: formats, their documents, imports. */
final class Formats {

    private Formats() {}

    static ExchangeFormat named(String name) {
        List<String> known =
                ExchangeFormats.all().stream().map(ExchangeFormat::name).toList();
        return ExchangeFormats.named(name)
                .orElseThrow(() -> Rejected.because(
                        ProblemType.NOT_FOUND, "\"" + name + "\" is no exchange format; there are " + known));
    }

    static Set<String> documents(ExchangeFormat format, @Nullable String asked) {
        if (asked == null) {
            return format.documents();
        }
        Set<String> documents = new LinkedHashSet<>(Arrays.asList(asked.split(",")));
        if (!format.documents().containsAll(documents)) {
            throw Rejected.because(
                    ProblemType.MALFORMED_REQUEST, "the documents of " + format.name() + " are " + format.documents());
        }
        return documents;
    }

    static UUID importId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, "\"" + text + "\" is no import's id");
        }
    }

    static List<Map<String, String>> json(List<dev.denchi.model.exchange.Note> notes) {
        return notes.stream()
                .map(note -> Map.of("part", note.part(), "pointer", note.pointer(), "reason", note.reason()))
                .toList();
    }
}
