package dev.denchi.model.identifier;

import java.util.UUID;
import java.util.regex.Pattern;

/** A battery passport's identifier, a UUID as URN; it never changes, whatever happens to the battery. */
public record PassportIdentifier(UUID uuid) {
    private static final Pattern FORM = Pattern.compile("urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** @throws IllegalArgumentException when it is no lower-case UUID behind {@code urn:uuid:} */
    public static PassportIdentifier parse(String urn) {
        if (!FORM.matcher(urn).matches()) {
            throw new IllegalArgumentException(
                    "\"" + urn + "\" is not a passport identifier of the form urn:uuid:{uuid}");
        }
        return new PassportIdentifier(UUID.fromString(urn.substring("urn:uuid:".length())));
    }

    @Override
    public String toString() {
        return "urn:uuid:" + uuid;
    }
}
