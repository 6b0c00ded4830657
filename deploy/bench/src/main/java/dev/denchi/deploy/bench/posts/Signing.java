package dev.denchi.deploy.bench.posts;

import dev.denchi.deploy.bench.measure.Measured.Tally;
import dev.denchi.model.signature.Issuer;
import dev.denchi.model.signature.Keystore;
import dev.denchi.model.signature.Signer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;

/** Signatures alone, on one core, with the library that the service signs with. */
final class Signing {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Signing() {}

    /** In processor time of one thread: other load on the machine counts little. */
    static Tally run(Path keystore, int size, int seconds) throws IOException, GeneralSecurityException {
        Signer signer = Keystore.open(keystore, "benchmark".toCharArray())
                .keyOf(new Issuer("did:web:bench.example", "Bench"), Instant.now())
                .signer();
        byte[] input = new byte[size];
        sign(signer, input, 1_000_000);
        return sign(signer, input, 1_000_000L * seconds);
    }

    private static Tally sign(Signer signer, byte[] input, long micros) {
        long begin = cpuMicros();
        long count = 0;
        while (cpuMicros() - begin < micros) {
            signer.sign(input).toCompletableFuture().join();
            count++;
        }
        long used = cpuMicros() - begin;
        return new Tally(count, used, used / count, 0, 0, 0);
    }

    private static long cpuMicros() {
        return THREADS.getCurrentThreadCpuTime() / 1000;
    }
}
