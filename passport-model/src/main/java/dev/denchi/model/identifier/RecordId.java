package dev.denchi.model.identifier;

import java.util.UUID;

/** One record through all its versions. Given by the service; time-ordered (UUID version 7). */
public record RecordId(UUID uuid) {

    /** @throws IllegalArgumentException when the text is no UUID */
    public static RecordId parse(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equals(text)) {
            throw new IllegalArgumentException("\"" + text + "\" is not a record id: a UUID in lower case");
        }
        return new RecordId(uuid);
    }

    @Override
    public String toString() {
        return uuid.toString();
    }
}
