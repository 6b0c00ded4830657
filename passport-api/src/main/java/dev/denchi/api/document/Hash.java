package dev.denchi.api.document;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import java.util.regex.Pattern;

/** How a document is named in an address. */
final class Hash {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private Hash() {}

    /** @throws Rejected when it is none */
    static String of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw Rejected.because(
                    ProblemType.MALFORMED_REQUEST,
                    "a document is named by its SHA-256, 64 hexadecimal digits in lower case");
        }
        return text;
    }
}
