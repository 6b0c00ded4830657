package dev.denchi.deploy.local;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A failure as a user reads it: what went wrong and why, no stack. */
final class Reasons {

    private Reasons() {}

    static String of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(cause -> cause.getMessage() == null ? cause.toString() : cause.getMessage())
                .distinct()
                .collect(Collectors.joining("\n  because: "));
    }
}
