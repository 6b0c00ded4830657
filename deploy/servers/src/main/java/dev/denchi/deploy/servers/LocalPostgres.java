package dev.denchi.deploy.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A PostgreSQL server on loopback, its data kept in a folder, with a database {@code denchi}, a user who owns it and one who owns
 * nothing, each with a password of its own.
 *
 * <p>It keeps PostgreSQL's own defaults for durability: what is committed survives a power cut. A server that outlived the
 * process which started it is stopped by the next start on its folder.
 */
public final class LocalPostgres implements AutoCloseable {

    private final PostgresServer server;
    private final int port;

    private LocalPostgres(PostgresServer server, int port) {
        this.server = server;
        this.port = port;
    }

    public static LocalPostgres start(Path home, int port, Map<String, String> settings)
            throws IOException, InterruptedException {
        Path folder = home.toAbsolutePath().normalize();
        PostgresBinaries binaries = PostgresBinaries.in(folder);
        Unprivileged unprivileged = Unprivileged.in(folder);
        PostgresCluster cluster = PostgresCluster.in(folder, binaries, unprivileged);
        PostgresServer server = new PostgresServer(binaries, cluster, unprivileged);
        server.stopLeftBehind(); // before the port is looked at: it may be the one that listens there
        int chosen = new Port("PostgreSQL", "--postgres-port", port).chosen().number();
        server.start(chosen, settings);
        return new LocalPostgres(server, chosen);
    }

    public int port() {
        return port;
    }

    public String username() {
        return PostgresCluster.USER;
    }

    public String password() {
        return server.cluster().password();
    }

    /** A user for whom row-level security holds, and who has what the owner grants him. */
    public String serviceUsername() {
        return PostgresCluster.SERVICE;
    }

    public String servicePassword() {
        return server.cluster().servicePassword();
    }

    public String jdbcUrl() {
        return "jdbc:" + reactiveUrl();
    }

    /** The same database, seen with this schema first. */
    public String jdbcUrl(String schema) {
        return jdbcUrl() + "?currentSchema=" + schema;
    }

    /** The address in the form that the Vert.x client takes. */
    public String reactiveUrl() {
        return "postgresql://127.0.0.1:%d/%s".formatted(port, PostgresCluster.DATABASE);
    }

    /** The server's own process, for measuring it. */
    public long processId() {
        try {
            return server.process().orElseThrow().pid();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (server.process().isPresent()) {
            server.stop();
        }
    }
}
