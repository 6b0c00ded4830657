package dev.denchi.model.identifier;

import java.util.regex.Pattern;

/** A GS1 Global Trade Item Number of 14 digits whose check digit is right (GS1 General Specifications, 7.9). */
public record Gtin(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{14}");

    public Gtin {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("\"" + value + "\" is not a GTIN of 14 digits");
        }
        char expected = CheckDigit.gs1(value.substring(0, 13));
        if (value.charAt(13) != expected) {
            throw new IllegalArgumentException(
                    "GTIN " + value + " ends in " + value.charAt(13) + ", its check digit is " + expected);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
