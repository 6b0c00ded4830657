package dev.denchi.model.identifier;

import java.util.regex.Pattern;

/** A GS1 Global Location Number of 13 digits whose check digit is right (GS1 General Specifications, 7.9). */
public record Gln(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{13}");

    public Gln {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("\"" + value + "\" is not a GLN of 13 digits");
        }
        char expected = CheckDigit.gs1(value.substring(0, 12));
        if (value.charAt(12) != expected) {
            throw new IllegalArgumentException(
                    "GLN " + value + " ends in " + value.charAt(12) + ", its check digit is " + expected);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
