package dev.denchi.deploy.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The service's port. It is part of the DID of every issuer, so what was signed under one can only be verified while the
 * keys are published there: a home keeps the port that its first start chose.
 */
record IssuerPort(Path home) {

    /** The port to ask for: the kept one where any will do. */
    int wanted(int asked) throws IOException {
        if (!Files.exists(file())) {
            return asked;
        }
        int kept = Integer.parseInt(Files.readString(file()).strip());
        if (asked != 0 && asked != kept) {
            throw new IllegalStateException(
                    ("The records in %s were signed under 127.0.0.1:%d, where their keys are looked for."
                                    + " Start with --api-port %d, or with another --home.")
                            .formatted(home, kept, kept));
        }
        return kept;
    }

    void keep(int port) throws IOException {
        Files.writeString(file(), Integer.toString(port));
    }

    private Path file() {
        return home.resolve("issuer-port");
    }
}
