package dev.denchi.deploy.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The test vectors with npm's jose and @sd-jwt/core, where Node and both are installed. */
class InteropTest {
    private static final Path FOLDER = Path.of("..", "interop");

    @Test
    void every_cut_by_every_algorithm_verifies_with_software_that_is_not_ours() throws Exception {
        assumeTrue(nodeIsThere(), "there is no node on the path");
        assumeTrue(
                Files.isDirectory(FOLDER.resolve("node_modules/@sd-jwt/core")),
                "npm install was not done in deploy/interop");

        Process node = new ProcessBuilder("node", "vectors.mjs")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, node.waitFor(), said);
        assertTrue(said.contains(vectors() + " tokens verified"), said);
        for (String algorithm : new String[] {"ES256", "ES384", "EdDSA"}) {
            assertTrue(said.contains(": " + algorithm + ","), said);
        }
    }

    private static long vectors() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "..", "openapi", "examples", "tokens"))) {
            return files.filter(file -> file.toString().endsWith(".sd-jwt")).count();
        }
    }

    private static boolean nodeIsThere() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
    }
}
