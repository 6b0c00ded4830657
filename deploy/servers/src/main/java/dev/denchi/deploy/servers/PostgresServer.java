package dev.denchi.deploy.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The server process of one cluster: starting it, stopping it, finding one that was left behind. */
record PostgresServer(PostgresBinaries binaries, PostgresCluster cluster, Unprivileged unprivileged) {

    /** Returns when the server accepts connections. */
    void start(int port, Map<String, String> settings) throws IOException, InterruptedException {
        var options = new StringBuilder("-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''");
        settings.forEach((key, value) -> options.append(" -c %s='%s'".formatted(key, value)));
        Path log = cluster.data().resolve("server.log");
        try {
            control("--log=" + log, "--options=" + options, "--wait", "--timeout=60", "start");
        } catch (IllegalStateException e) {
            throw new IllegalStateException("PostgreSQL did not start, its own words are in " + log, e);
        }
    }

    void stop() throws IOException, InterruptedException {
        control("--mode=fast", "--wait", "--timeout=60", "stop");
    }

    /** Stops the server that a killed launcher left running, so that the cluster can be opened again. */
    void stopLeftBehind() throws IOException, InterruptedException {
        if (!Files.exists(processFile())) {
            return;
        }
        if (process().isPresent()) {
            stop();
        } else {
            // after a restart of the machine its number may belong to any process, which would keep the server from
            // starting
            Files.deleteIfExists(processFile());
        }
    }

    /** The running server; empty when there is none, or when its recorded number belongs to another program by now. */
    Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(processFile())) {
            return Optional.empty();
        }
        long pid = Long.parseLong(Files.readAllLines(processFile()).get(0).strip());
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(PostgresServer::isPostgres);
    }

    private static boolean isPostgres(ProcessHandle process) {
        // a process of another user does not tell its command; then it may be ours
        return process.info()
                .command()
                .map(command -> command.endsWith("/postgres"))
                .orElse(true);
    }

    private Path processFile() {
        return cluster.data().resolve("postmaster.pid");
    }

    private void control(String... words) throws IOException, InterruptedException {
        String[] all = new String[words.length + 2];
        all[0] = binaries.program("pg_ctl");
        all[1] = "--pgdata=" + cluster.data();
        System.arraycopy(words, 0, all, 2, words.length);
        unprivileged.command(all).run();
    }
}
