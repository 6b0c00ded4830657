package dev.denchi.model.trade;

import java.util.Arrays;
import java.util.Optional;

/** What is asked. Published is {@code CFP} alone; the others are this service's own. */
public enum RequestType {
    CFP,
    DD,
    RECYCLED_CONTENT,
    PASSPORT;

    public static Optional<RequestType> ofName(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
