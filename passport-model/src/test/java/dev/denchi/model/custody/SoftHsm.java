package dev.denchi.model.custody;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** A token in software, fresh in a folder. Its library reads where its tokens are from the environment of this process. */
final class SoftHsm implements AutoCloseable {
    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final Path CONFIGURATION = Path.of("target", "softhsm", "softhsm2.conf");
    private static final char[] PIN = "8271".toCharArray();

    private SoftHsm() {}

    static boolean isThere() {
        return Files.exists(LIBRARY)
                && CONFIGURATION.toAbsolutePath().toString().equals(System.getenv("SOFTHSM2_CONF"));
    }

    static SoftHsm in(Path home) throws IOException, InterruptedException {
        Path tokens = Files.createDirectories(home.resolve("tokens"));
        Files.createDirectories(CONFIGURATION.getParent());
        Files.writeString(CONFIGURATION, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
        Process made = new ProcessBuilder(
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        "denchi",
                        "--so-pin",
                        "1234",
                        "--pin",
                        new String(PIN))
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (made.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        return new SoftHsm();
    }

    Custody open() throws IOException, GeneralSecurityException {
        return Pkcs11Custody.open(LIBRARY, Optional.empty(), PIN);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(CONFIGURATION);
    }
}
