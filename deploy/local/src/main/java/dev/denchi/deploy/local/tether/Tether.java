package dev.denchi.deploy.local.tether;

import java.io.IOException;

/**
 * Waits for the end of standard input, a pipe that the launcher holds open for as long as it lives, and then ends this JVM.
 *
 * <p>The operating system closes the pipe however the launcher dies, so no service outlives it.
 */
public final class Tether {

    private static final long PATIENCE_MILLIS = 10_000;

    private Tether() {}

    /** Called by the JVM before the service's own main method. */
    public static void premain(String arguments) {
        daemon("tether", Tether::waitForTheLauncher);
    }

    private static void waitForTheLauncher() {
        try {
            while (System.in.read() >= 0) {
                // the launcher writes nothing; only the end counts
            }
        } catch (IOException e) {
            // a broken pipe is an end, too
        }
        daemon("tether-cut", Tether::halt);
        System.exit(143);
    }

    /** A service that does not come to its end by itself is not allowed to stay. */
    private static void halt() {
        try {
            Thread.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            // then at once
        }
        Runtime.getRuntime().halt(143);
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
