package dev.denchi.api.evidence;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.file.FileSystem;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Folders for packages that are put together or taken apart, so that none is in memory as a whole; and not too many at once. */
@Singleton
class Scratch {
    private static final String ONLY_OURS = "rwx------";

    private final FileSystem files;
    private final int most;
    private final AtomicInteger underWay = new AtomicInteger();

    Scratch(Vertx vertx, EvidenceConfig config) {
        this.files = vertx.fileSystem();
        this.most = config.packagesAtOnce();
    }

    /** A new folder, until {@link #remove}; fails with {@link Rejected} when there are too many. */
    Uni<Path> folder() {
        return Uni.createFrom().deferred(() -> {
            if (underWay.incrementAndGet() > most) {
                underWay.decrementAndGet();
                throw Rejected.because(
                        ProblemType.UNAVAILABLE,
                        most + " evidence packages are being put together or taken over; try again");
            }
            return files.createTempDirectory("denchi-evidence-", ONLY_OURS)
                    .map(Path::of)
                    .onFailure()
                    .invoke(underWay::decrementAndGet);
        });
    }

    /** With all that is in it. */
    Uni<Void> remove(Path folder) {
        return files.deleteRecursive(folder.toString()).onTermination().invoke(underWay::decrementAndGet);
    }
}
