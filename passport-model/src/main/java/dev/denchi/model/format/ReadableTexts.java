package dev.denchi.model.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.passport.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether people read what is written: a name that shows as another, or as nothing, would be signed like any other. Whatever a
 * language is written with may stand in a text; what only moves or hides what stands around it may not.
 */
final class ReadableTexts {
    private static final String RULE = "readable-text";

    /** Embeddings, overrides and isolates of Unicode's bidirectional algorithm; marks, which move nothing else, are no part of them. */
    private static final String TURNING = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private static final String LINES = "\t\n\r";

    /** Letters of their kind, and yet nothing to see. */
    private static final String FILLERS = "\u115F\u1160\u2800\u3164\uFFA0";

    private ReadableTexts() {}

    /** One violation for each text, by its place. */
    static List<Violation> violations(JsonNode document) {
        List<Violation> violations = new ArrayList<>();
        look("", document, violations);
        return violations;
    }

    private static void look(String pointer, JsonNode node, List<Violation> violations) {
        if (node.isTextual()) {
            faultOf(node.textValue()).ifPresent(fault -> violations.add(new Violation(pointer, RULE, fault)));
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            look(pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1"), member.getValue(), violations);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            look(pointer + "/" + i, node.get(i), violations);
        }
    }

    private static Optional<String> faultOf(String text) {
        boolean seen = text.isEmpty(); // whether it may be empty is the schema's to say
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            int character = text.codePointAt(at);
            if (isHarmful(character)) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "has the character U+%04X at place %d, which moves or hides what stands around it; leave it out",
                        character,
                        text.codePointCount(0, at) + 1));
            }
            seen = seen || isSeen(character);
        }
        return seen ? Optional.empty() : Optional.of("has no character that anybody sees");
    }

    private static boolean isHarmful(int character) {
        return Character.getType(character) == Character.CONTROL && LINES.indexOf(character) < 0
                || TURNING.indexOf(character) >= 0
                || isNone(character);
    }

    /** The places of Unicode that will never have a character. */
    private static boolean isNone(int character) {
        return (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
    }

    private static boolean isSeen(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && Character.getType(character) != Character.FORMAT
                && FILLERS.indexOf(character) < 0;
    }
}
