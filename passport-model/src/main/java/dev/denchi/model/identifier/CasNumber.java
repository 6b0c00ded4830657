package dev.denchi.model.identifier;

import java.util.regex.Pattern;

/** A CAS Registry Number whose check digit is right: 2 to 7 digits, 2 digits, the check digit. */
public record CasNumber(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{2,7}-[0-9]{2}-[0-9]");

    public CasNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("\"" + value + "\" is not a CAS number such as 7440-48-4");
        }
        char given = value.charAt(value.length() - 1);
        char expected = CheckDigit.cas(value.substring(0, value.length() - 2).replace("-", ""));
        if (given != expected) {
            throw new IllegalArgumentException(
                    "CAS number " + value + " ends in " + given + ", its check digit is " + expected);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
