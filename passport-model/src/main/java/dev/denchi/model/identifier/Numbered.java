package dev.denchi.model.identifier;

import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** The form of what operators number themselves, {@code operator:number}, so that no two operators' numbers are one. */
final class Numbered {
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

    private Numbered() {}

    static void check(String number, String what) {
        if (!NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException("\"" + number + "\" is not the number of a " + what
                    + ": letters, digits, '.', '_' and '-', 80 at most");
        }
    }

    static <T> T parse(String text, String what, BiFunction<OperatorId, String, T> made) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("\"" + text + "\" is not a " + what
                    + "'s id: the operator that numbers it, a colon and the number");
        }
        return made.apply(new OperatorId(text.substring(0, colon)), text.substring(colon + 1));
    }
}
