package dev.denchi.deploy.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * A port on loopback, with what it is for, so that a refusal can say it.
 *
 * @param option how a user chooses another number, as he would write it
 * @param number 0 for any free one
 */
public record Port(String purpose, String option, int number) {

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
        try (ServerSocket socket = new ServerSocket(number, 1, InetAddress.getLoopbackAddress())) {
            return this;
        } catch (IOException e) {
            throw new PortInUse(this, e);
        }
    }

    /** A port that was free a moment ago. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port on the loopback interface", e);
        }
    }
}
