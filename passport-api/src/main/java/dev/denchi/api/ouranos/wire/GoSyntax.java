package dev.denchi.api.ouranos.wire;

import dev.denchi.model.format.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A body that is no JSON, told as the published service tells it: the first character that cannot begin a value. What is wrong in
 * another way is told in our own words.
 */
final class GoSyntax {
    private static final Pattern VALUE_MISSING = Pattern.compile("[\\[:,]\\s*([^\\s\"\\-0-9{\\[tfn\\]}])");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

    private GoSyntax() {}

    static String message(byte[] body, MalformedJson malformed) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            return "EOF";
        }
        String withoutStrings = STRING.matcher(text).replaceAll("\"\"");
        Matcher missing = VALUE_MISSING.matcher(withoutStrings);
        String first = text.strip().substring(0, text.strip().offsetByCodePoints(0, 1));
        if (!"{[\"-0123456789tfn".contains(first)) {
            return cannotBegin(first);
        }
        return missing.find() ? cannotBegin(missing.group(1)) : String.valueOf(malformed.getMessage());
    }

    private static String cannotBegin(String character) {
        return "invalid character '" + character + "' looking for beginning of value";
    }
}
