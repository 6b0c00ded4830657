package dev.denchi.deploy.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * A database cluster on disk, with the passwords that open it.
 *
 * @param password of the owner
 * @param servicePassword of the user who owns nothing
 */
record PostgresCluster(Path data, String password, String servicePassword) {

    static final String USER = "denchi";
    static final String SERVICE = "denchi_service";
    static final String DATABASE = "denchi";

    /** The cluster kept in this folder, made on the first call. */
    static PostgresCluster in(Path home, PostgresBinaries binaries, Unprivileged unprivileged)
            throws IOException, InterruptedException {
        Path data = home.resolve("data");
        Path password = home.resolve("password");
        Path servicePassword = home.resolve("service-password");
        if (!Files.exists(data)) {
            // made beside and moved at the end: a cluster without its database never counts
            Path partial = emptied(home.resolve("data.partial"));
            writePassword(password);
            writePassword(servicePassword);
            unprivileged.give(partial);
            unprivileged.give(password);
            initialise(partial, password, Files.readString(servicePassword), binaries, unprivileged);
            Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresCluster(
                data,
                Files.readString(password).strip(),
                Files.readString(servicePassword).strip());
    }

    private static void initialise(
            Path data, Path password, String servicePassword, PostgresBinaries binaries, Unprivileged unprivileged)
            throws IOException, InterruptedException {
        unprivileged
                .command(
                        binaries.program("initdb"),
                        "--pgdata=" + data,
                        "--username=" + USER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--locale=C.UTF-8",
                        "--no-instructions")
                .run();
        // single-user mode: the archive holds no psql, and no port has to be opened for this
        unprivileged
                .command(binaries.program("postgres"), "--single", "-D", data.toString(), "postgres")
                .withInput("create database " + DATABASE + "\ncreate role " + SERVICE + " login password '"
                        + servicePassword + "'\n")
                .run();
    }

    private static void writePassword(Path file) throws IOException {
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(secret));
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(PostgresCluster::delete);
            }
        }
        return Files.createDirectories(folder);
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
