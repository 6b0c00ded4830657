package dev.denchi.model.identifier;

import java.util.regex.Pattern;

/** An economic operator within one service: the tenant. Lower-case letters, digits and hyphens, 63 characters at most, as it becomes part of the operator's DID. */
public record OperatorId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public OperatorId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "\"" + value + "\" is not an operator id: a-z, 0-9 and hyphens, 63 at most");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
