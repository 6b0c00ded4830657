package dev.denchi.deploy.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
final class LocalServersTest {

    @Test
    void what_was_written_is_there_after_a_restart(@TempDir Path home) throws Exception {
        try (LocalServers servers = LocalServers.start(home)) {
            Notes.in(servers.postgres()).write("kept");
            Messages.at(servers.kafka()).send("kept");
        }

        try (LocalServers servers = LocalServers.start(home)) {
            assertEquals(List.of("kept"), Notes.in(servers.postgres()).all());
            assertEquals(List.of("kept"), Messages.at(servers.kafka()).all());
        }
    }

    @Test
    void what_was_written_is_there_after_the_process_that_held_them_was_killed(@TempDir Path home) throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long leftBehind = Long.parseLong(holder.inputReader().readLine());
        holder.destroyForcibly().waitFor();

        try (LocalServers servers = LocalServers.start(home)) {
            assertEquals(
                    List.of("before the kill"), Notes.in(servers.postgres()).all());
            assertEquals(
                    List.of("before the kill"), Messages.at(servers.kafka()).all());
            assertTrue(ProcessHandle.of(leftBehind).isEmpty(), "the old server still runs");
        }
    }

    @Test
    void tells_an_application_where_both_are(@TempDir Path home) throws Exception {
        try (LocalServers servers = LocalServers.start(home)) {
            Map<String, String> config = servers.quarkusConfig();

            assertEquals(servers.postgres().jdbcUrl(), config.get("quarkus.datasource.jdbc.url"));
            assertEquals("127.0.0.1:" + servers.kafka().port(), config.get("kafka.bootstrap.servers"));
        }
    }

    @Test
    void refuses_a_folder_that_is_in_use_and_leaves_its_servers_alone(@TempDir Path home) throws Exception {
        try (LocalServers servers = LocalServers.start(home)) {
            HomeInUse refusal = assertThrows(HomeInUse.class, () -> LocalServers.start(home));

            assertTrue(
                    refusal.toString()
                            .contains("by process " + ProcessHandle.current().pid()),
                    refusal::toString);
            Notes.in(servers.postgres()).write("still here");
        }
    }

    @Test
    void stops_the_one_that_started_when_the_other_cannot(@TempDir Path home) throws Exception {
        Files.createDirectories(home.resolve("kafka"));
        Files.writeString(home.resolve("kafka/meta.properties"), "version=not a number\n");

        assertThrows(Exception.class, () -> LocalServers.start(home));

        assertFalse(Files.exists(home.resolve("postgres/data/postmaster.pid")), "PostgreSQL still runs");
    }
}
