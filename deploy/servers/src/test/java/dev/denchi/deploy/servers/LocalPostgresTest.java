package dev.denchi.deploy.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class LocalPostgresTest {

    private Path home;
    private LocalPostgres postgres;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        home = folder;
        postgres = LocalPostgres.start(home, 0, Map.of("work_mem", "7MB"));
    }

    @AfterEach
    void stop() throws Exception {
        postgres.close();
    }

    @Test
    void is_the_version_that_the_build_names_and_as_durable_as_postgresql_comes() throws SQLException {
        Notes notes = Notes.in(postgres);

        assertEquals(List.of("18.6"), notes.column("show server_version"));
        assertEquals(List.of("on"), notes.column("show fsync"));
        assertEquals(List.of("on"), notes.column("show synchronous_commit"));
        assertEquals(List.of("on"), notes.column("show full_page_writes"));
    }

    @Test
    void takes_the_settings_it_is_given() throws SQLException {
        assertEquals(List.of("7MB"), Notes.in(postgres).column("show work_mem"));
    }

    @Test
    void refuses_another_password() {
        Notes notes = Notes.in(postgres).withPassword("denchi");

        SQLException refusal = assertThrows(SQLException.class, notes::all);

        assertEquals("28P01", refusal.getSQLState());
    }

    @Test
    void keeps_its_passwords_from_other_users() throws Exception {
        for (String file : List.of("password", "service-password")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(file))));
        }
    }

    @Test
    void has_a_user_with_a_password_of_his_own_who_owns_nothing() throws SQLException {
        Notes notes = new Notes(postgres.jdbcUrl(), postgres.serviceUsername(), postgres.servicePassword());

        assertEquals(
                List.of("f"),
                notes.column(
                        "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user"));
        assertEquals(
                "42501",
                assertThrows(SQLException.class, () -> notes.write("mine")).getSQLState());
        assertThrows(
                SQLException.class,
                () -> notes.withPassword(postgres.password()).all());
    }

    @Test
    void sees_the_chosen_schema_first() throws SQLException {
        Notes notes = new Notes(postgres.jdbcUrl("passport"), postgres.username(), postgres.password());

        assertEquals(List.of("passport"), notes.column("show search_path"));
    }

    @Test
    void names_its_process() throws SQLException {
        ProcessHandle process = ProcessHandle.of(postgres.processId()).orElseThrow();

        assertTrue(process.info().command().orElseThrow().endsWith("/bin/postgres"));
    }

    @Test
    void says_which_port_is_busy_and_how_to_choose_another() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PortInUse refusal = assertThrows(
                    PortInUse.class, () -> LocalPostgres.start(home.resolve("second"), busy.getLocalPort(), Map.of()));

            assertEquals(
                    "Port " + busy.getLocalPort() + ", wanted for PostgreSQL, is in use."
                            + " Stop what listens there, or choose another with --postgres-port.",
                    refusal.getMessage());
        }
    }

    @Test
    void starts_though_the_number_of_a_lost_server_belongs_to_another_program_now() throws Exception {
        Path processFile = home.resolve("data/postmaster.pid");
        List<String> lines = Files.readAllLines(processFile);
        postgres.close();
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(processFile, lines);

        postgres = LocalPostgres.start(home, 0, Map.of());

        assertNotEquals(ProcessHandle.current().pid(), postgres.processId());
    }

    @Test
    void runs_as_nobody_where_namespaces_are_forbidden() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root has to give root away");
        Path folder = Files.createTempDirectory("denchi-nobody");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        PostgresBinaries binaries = PostgresBinaries.in(folder);

        PostgresCluster cluster = PostgresCluster.in(folder, binaries, Unprivileged.NOBODY);
        PostgresServer server = new PostgresServer(binaries, cluster, Unprivileged.NOBODY);
        server.start(Port.free(), Map.of());
        String user = server.process().orElseThrow().info().user().orElseThrow();
        server.stop();

        assertEquals("nobody", user);
        new Command(List.of(), "rm", "-r", folder.toString()).run();
    }
}
