package dev.denchi.connector;

import org.eclipse.edc.boot.system.runtime.BaseRuntime;
import org.eclipse.edc.spi.EdcException;

/** Boots the runtime. A refused start ends the process with status 1 instead of leaving half of it running. */
public final class Connector {

    private Connector() {}

    public static void main(String[] args) {
        try {
            BaseRuntime.main(args);
        } catch (RuntimeException refused) {
            System.err.println(
                    "denchi-connector did not start: " + reasonOf(refused).getMessage());
            System.exit(1);
        }
    }

    /** The innermost of our own or EDC's words: what lies below it is a parser's or a driver's. */
    private static Throwable reasonOf(Throwable thrown) {
        var reason = thrown;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof EdcException) {
                reason = cause;
            }
        }
        return reason;
    }
}
