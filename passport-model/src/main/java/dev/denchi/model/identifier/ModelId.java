package dev.denchi.model.identifier;

import java.util.regex.Pattern;

/** The manufacturer's model identification (Annex VI, part A, point 2), the {@code manufacturerPartId} of Catena-X. Unique within its operator. */
public record ModelId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

    public ModelId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "\"" + value + "\" is not a model id: letters, digits, '.', '_' and '-', 80 at most");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
