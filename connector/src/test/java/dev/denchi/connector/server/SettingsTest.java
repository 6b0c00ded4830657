package dev.denchi.connector.server;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.edc.spi.EdcException;
import org.eclipse.edc.spi.system.configuration.ConfigFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final Map<String, String> ENOUGH = Map.of(
            "edc.participant.id", "denchi",
            "edc.datasource.default.url", "jdbc:postgresql://127.0.0.1/denchi",
            "web.http.management.auth.type", "tokenbased",
            "web.http.management.auth.key", "m",
            "web.http.control.auth.type", "tokenbased",
            "web.http.control.auth.key", "c");

    @Test
    void refuses_to_start_without_any_one_of_the_required_settings() {
        assertDoesNotThrow(() -> RequiredSettings.check(ConfigFactory.fromMap(ENOUGH)));
        for (var key : ENOUGH.keySet()) {
            var less = new HashMap<>(ENOUGH);
            less.remove(key);
            var refusal =
                    assertThrows(EdcException.class, () -> RequiredSettings.check(ConfigFactory.fromMap(less)), key);
            assertTrue(String.valueOf(refusal.getMessage()).contains(key), refusal.getMessage());
        }
    }

    @Test
    void listens_on_loopback_unless_told_otherwise() {
        assertEquals("127.0.0.1", ListenAddresses.hostFor("protocol", ConfigFactory.empty()));
        var told = ConfigFactory.fromMap(Map.of("denchi.listen", "10.0.0.5", "denchi.listen.protocol", "0.0.0.0"));
        assertEquals("0.0.0.0", ListenAddresses.hostFor("protocol", told));
        assertEquals("10.0.0.5", ListenAddresses.hostFor("management", told));
    }

    @Test
    void takes_the_schema_from_the_address_and_only_a_plain_one() {
        assertEquals(
                Optional.of("connector"),
                OwnSchema.schemaIn("jdbc:postgresql://127.0.0.1/denchi?ssl=false&currentSchema=connector"));
        assertEquals(Optional.empty(), OwnSchema.schemaIn("jdbc:postgresql://127.0.0.1/denchi"));
        assertThrows(
                EdcException.class,
                () -> OwnSchema.schemaIn("jdbc:postgresql://127.0.0.1/denchi?currentSchema=a;drop schema b"));
    }

    @Test
    void the_operators_file_wins_over_the_defaults(@TempDir Path folder) throws IOException {
        var file = Files.writeString(
                folder.resolve("connector.properties"),
                "web.http.protocol.port=9000\nedc.sql.schema.autocreate=false\n");

        var settings = ConnectorDefaults.over(ConnectorDefaults.defaults(), file.toString());

        assertEquals("false", settings.getProperty("edc.sql.schema.autocreate"));
        assertEquals("8182", settings.getProperty("web.http.management.port"));
        assertEquals("http://127.0.0.1:9000/api/dsp", settings.getProperty("edc.dsp.callback.address"));
    }
}
