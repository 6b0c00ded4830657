package dev.denchi.api.upload;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.file.OpenOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.file.AsyncFile;
import io.vertx.mutiny.core.file.FileSystem;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Puts an upload on disk while it arrives, as fast as the disk takes it, so that nothing is kept, and no connection to the database
 * taken, before it is there as a whole. Whatever ends the work with it, the file is gone then.
 */
@Singleton
public final class Spool {
    private static final String ONLY_OURS = "rw-------";

    private final FileSystem files;

    Spool(Vertx vertx) {
        this.files = vertx.fileSystem();
    }

    /**
     * @param most bytes; an upload with more is refused where it exceeds them
     * @param work with the upload, when it arrived as a whole
     */
    public <T> Uni<T> through(Body body, long most, Function<Spooled, Uni<? extends T>> work) {
        return files.createTempFile("denchi-", ".upload", ONLY_OURS)
                .chain(path -> with(Path.of(path), body, most, work));
    }

    private <T> Uni<T> with(Path path, Body body, long most, Function<Spooled, Uni<? extends T>> work) {
        return arrived(path, body, most).chain(work).onTermination().call(() -> files.delete(path.toString()));
    }

    private Uni<Spooled> arrived(Path path, Body body, long most) {
        Arriving arriving = new Arriving(most);
        return files.open(path.toString(), new OpenOptions().setWrite(true))
                .chain(file -> written(file, body, arriving))
                .map(done -> arriving.at(path));
    }

    /** Writes a new file of what comes piece by piece, as fast as the disk takes it. */
    public Uni<Void> write(Path path, Multi<byte[]> pieces) {
        return files.open(path.toString(), new OpenOptions().setWrite(true).setCreateNew(true))
                .chain(file -> written(file, pieces).onTermination().call(file::close));
    }

    private static Uni<Void> written(AsyncFile file, Multi<byte[]> pieces) {
        return pieces.onItem()
                .transformToUniAndConcatenate(bytes -> file.write(Buffer.buffer(bytes)))
                .onItem()
                .ignoreAsUni();
    }

    private static Uni<Void> written(AsyncFile file, Body body, Arriving arriving) {
        Uni<Void> all = written(file, body.bytes().invoke(arriving::add));
        return Uni.join()
                .first(all, body.broken())
                .toTerminate()
                .onTermination()
                .call(file::close);
    }
}
