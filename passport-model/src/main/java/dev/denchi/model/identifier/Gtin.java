package dev.denchi.model.identifier;

import java.util.regex.Pattern;

/** A GS1 Global Trade Item Number of 14 digits whose check digit is right (GS1 General Specifications, 7.9). */
public record Gtin(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{14}");

    public Gtin {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("\"" + value + "\" is not a GTIN of 14 digits");
        }
        char expected = checkDigit(value);
        if (value.charAt(13) != expected) {
            throw new IllegalArgumentException(
                    "GTIN " + value + " ends in " + value.charAt(13) + ", its check digit is " + expected);
        }
    }

    private static char checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    @Override
    public String toString() {
        return value;
    }
}
