package dev.denchi.deploy.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.deploy.servers.PortInUse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class PortsTest {

    @Test
    void says_what_a_busy_port_is_for_and_how_to_choose_another() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.ANY_FREE.withProvider(busy.getLocalPort() - 2);

            var refusal = assertThrows(PortInUse.class, ports::chosen);

            assertTrue(refusal.toString().contains("Port " + busy.getLocalPort()), refusal::toString);
            assertTrue(refusal.toString().contains("the provider's connector"), refusal::toString);
            assertTrue(refusal.toString().contains("--provider-port"), refusal::toString);
        }
    }

    @Test
    void free_ones_of_the_two_connectors_do_not_meet() {
        Ports ports = Ports.ANY_FREE.chosen();

        assertTrue(Math.abs(ports.provider() - ports.consumer()) >= 5, ports::toString);
        assertEquals(0, ports.postgres(), "the servers look for theirs themselves");
    }
}
