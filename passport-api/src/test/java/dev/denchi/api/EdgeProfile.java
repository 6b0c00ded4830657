package dev.denchi.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** The deployment profile for EN 18216 as it is documented, on any free ports. */
public final class EdgeProfile implements QuarkusTestProfile {

    @Override
    public String getConfigProfile() {
        return "edge";
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "denchi.environment", "development",
                "quarkus.http.test-port", Integer.toString(freePort()),
                "quarkus.http.test-ssl-port", "0");
    }

    /** For the plain port, which nobody must find open. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
