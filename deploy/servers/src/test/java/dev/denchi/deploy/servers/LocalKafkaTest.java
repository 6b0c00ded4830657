package dev.denchi.deploy.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class LocalKafkaTest {

    @Test
    void carries_messages_in_order(@TempDir Path home) throws Exception {
        try (LocalKafka kafka = LocalKafka.start(home, 0)) {
            Messages.at(kafka).send("first");
            Messages.at(kafka).send("second");

            assertEquals(List.of("first", "second"), Messages.at(kafka).all());
        }
    }

    @Test
    void says_which_port_is_busy_and_how_to_choose_another(@TempDir Path home) throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PortInUse refusal = assertThrows(PortInUse.class, () -> LocalKafka.start(home, busy.getLocalPort()));

            assertTrue(refusal.toString().contains("wanted for Kafka"), refusal::toString);
            assertTrue(refusal.toString().contains("--kafka-port"), refusal::toString);
        }
    }
}
