package dev.denchi.connector.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedStartJourneyTest {

    @Test
    void a_connector_without_a_management_key_does_not_start(@TempDir Path folder) throws Exception {
        var dataspace = new Dataspace(folder).with("careless");
        var settings = ConnectorProcess.settings(
                dataspace, "careless", "jdbc:postgresql://127.0.0.1:1/denchi?currentSchema=connector", "x", "x");
        settings.remove("web.http.management.auth.key");

        assertRefused(folder, settings, "web.http.management.auth.key");
    }

    @Test
    void a_connector_that_cannot_read_its_participants_does_not_start(@TempDir Path folder) throws Exception {
        var dataspace = new Dataspace(folder).with("careless");
        var settings =
                ConnectorProcess.settings(dataspace, "careless", "jdbc:postgresql://127.0.0.1:1/denchi", "x", "x");
        Files.writeString(dataspace.participantsFile(), "not json");

        assertRefused(folder, settings, "participants.json");
    }

    private static void assertRefused(Path folder, Properties settings, String reason) throws Exception {
        try (var connector = ConnectorProcess.start(folder, "careless", settings)) {
            assertEquals(1, connector.exitStatus());
            var log = connector.log();
            assertTrue(
                    log.substring(log.indexOf("denchi-connector did not start")).contains(reason), log);
        }
    }
}
