package dev.denchi.deploy.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port on loopback, with what it is for, so that a refusal can say it.
 *
 * @param option how a user chooses another number, as he would write it
 * @param number 0 for any free one
 */
public record Port(String purpose, String option, int number) {
    private static final int FIRST_FREE = 10_000;
    private static final int FIRST_GIVEN_OUT = 32_768; // Linux's first; other systems begin at 49152
    private static final int TRIES = 1_000;

    public Port {
        if (number < 0 || number > 65_535) {
            throw new IllegalArgumentException(option + " " + number + ": a port lies between 0 and 65535");
        }
    }

    /** This port with a number that nothing listens on. */
    public Port chosen() {
        if (number == 0) {
            return new Port(purpose, option, free());
        }
        if (!isFree(number)) {
            throw new PortInUse(this);
        }
        return this;
    }

    /**
     * A port that was free a moment ago. Not one that the system gives out by itself: before the server that it is meant for
     * listens, any outgoing connection could have taken it.
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(TRIES, FIRST_FREE, FIRST_GIVEN_OUT)
                .filter(Port::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free port on the loopback interface"));
    }

    /** Whether nothing listens there. */
    public static boolean isFree(int number) {
        try (ServerSocket socket = new ServerSocket(number, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
