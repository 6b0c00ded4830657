package dev.denchi.connector;

import org.eclipse.edc.boot.system.runtime.BaseRuntime;

/** Boots the runtime. A refused start ends the process with status 1 instead of leaving half of it running. */
public final class Connector {

    private Connector() {}

    public static void main(String[] args) {
        try {
            BaseRuntime.main(args);
        } catch (RuntimeException refused) {
            System.err.println(
                    "denchi-connector did not start: " + rootOf(refused).getMessage());
            System.exit(1);
        }
    }

    private static Throwable rootOf(Throwable thrown) {
        var root = thrown;
        for (var cause = root.getCause(); cause != null; cause = root.getCause()) {
            root = cause;
        }
        return root;
    }
}
