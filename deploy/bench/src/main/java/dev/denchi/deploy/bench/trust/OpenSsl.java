package dev.denchi.deploy.bench.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** What OpenSSL says of itself on this machine. */
final class OpenSsl {
    private OpenSsl() {}

    /** Signatures and verifications a second, or that it is not there. */
    static String ecdsaP256(int seconds) throws InterruptedException {
        try {
            Process process = new ProcessBuilder("openssl", "speed", "-seconds", "" + seconds, "ecdsap256")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(1, TimeUnit.MINUTES);
            return said.lines()
                    .filter(line -> line.contains("ecdsa (nistp256)"))
                    .map(line -> line.strip().split("\\s+"))
                    .map(words -> words[words.length - 2] + " signatures and " + words[words.length - 1]
                            + " verifications a second")
                    .findFirst()
                    .orElse("it did not tell");
        } catch (IOException e) {
            return "there is no openssl";
        }
    }
}
