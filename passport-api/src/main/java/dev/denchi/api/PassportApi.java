package dev.denchi.api;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service. */
@QuarkusMain
public final class PassportApi {
    /** The framework's own look at addresses, which refuses without a word; {@code problem.ReadableAddress} says what is wrong. */
    private static final String SILENT_REFUSALS = "vertx.disableURIValidation";

    PassportApi() {}

    public static void main(String... arguments) {
        System.setProperty(SILENT_REFUSALS, "true");
        Quarkus.run(arguments);
    }
}
