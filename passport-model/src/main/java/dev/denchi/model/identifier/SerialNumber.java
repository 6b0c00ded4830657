package dev.denchi.model.identifier;

import java.util.regex.Pattern;

/** A serial number as GS1 AI 21 allows it: 1 to 20 characters of the GS1 character set 82. */
public record SerialNumber(String value) {
    private static final Pattern FORM = Pattern.compile("[!\"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]{1,20}");

    public SerialNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "\"" + value + "\" is not a serial number: 1 to 20 characters of GS1 character set 82");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
