package dev.denchi.api.access;

import java.util.Optional;
import java.util.stream.Stream;

/** What a caller is, and with it what he may do. */
public enum Role {
    /** An economic operator: writes and sees its own records; sees others' as the public does. */
    ECONOMIC_OPERATOR("public", true),
    /** A repairer, second-life operator or recycler: points 1, 2 and 4; writes its own records. */
    LEGITIMATE_INTEREST("legitimateInterest", true),
    /** A notified body, market surveillance authority or the Commission: points 1, 2 and 3; writes nothing. */
    AUTHORITY("authority", false),
    /** The dataspace connector: what is on offer, and which transfers were stopped; no record. */
    CONNECTOR("none", false),
    /** A dataspace participant with a pull token: what its agreement covers. */
    PARTICIPANT("none", false),
    /** Nobody in particular. */
    ANYONE("public", false);

    private final String readers;
    private final boolean writes;

    Role(String readers, boolean writes) {
        this.readers = readers;
        this.writes = writes;
    }

    /** The role of this name that a key or a token may give its bearer; empty when there is none. */
    static Optional<Role> ofBearer(String name) {
        return Stream.of(ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, CONNECTOR)
                .filter(role -> role.name().equals(name))
                .findFirst();
    }

    /** The group of readers in the access policy. */
    public String readers() {
        return readers;
    }

    boolean writes() {
        return writes;
    }
}
