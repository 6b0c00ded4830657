package dev.denchi.api.file;

import dev.denchi.api.upload.Spooled;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.file.OpenOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.file.AsyncFile;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Bytes in PostgreSQL, the same ones once for each operator, in pieces: one piece at a time is in memory, in and out. */
@Singleton
public class Contents {
    private static final int PIECE = 256 * 1024;

    private final Vertx vertx;
    private final Clock clock;

    Contents(Vertx vertx, Clock clock) {
        this.vertx = vertx;
        this.clock = clock;
    }

    /** The id of the bytes, which are kept now if they were not. */
    public Uni<UUID> kept(Mutiny.Session session, OperatorId operator, Spooled upload) {
        return session.createNativeQuery(
                        "select content_id from passport.file_content where operator_id = :operator and sha256 = :sha256",
                        UUID.class)
                .setParameter("operator", operator.value())
                .setParameter("sha256", upload.sha256())
                .getSingleResultOrNull()
                .chain(known -> known == null
                        ? added(session, operator, upload)
                        : Uni.createFrom().item(known));
    }

    private Uni<UUID> added(Mutiny.Session session, OperatorId operator, Spooled upload) {
        UUID id = UUID.randomUUID();
        return session.createNativeQuery("""
                        insert into passport.file_content (content_id, operator_id, sha256, size, kept_at)
                        values (:id, :operator, :sha256, :size, :now)""")
                .setParameter("id", id)
                .setParameter("operator", operator.value())
                .setParameter("sha256", upload.sha256())
                .setParameter("size", upload.size())
                .setParameter("now", clock.instant())
                .executeUpdate()
                .chain(() -> vertx.fileSystem().open(upload.path().toString(), new OpenOptions().setRead(true)))
                .chain(file -> copied(session, operator, id, file, upload.size()))
                .replaceWith(id);
    }

    private static Uni<Void> copied(Mutiny.Session session, OperatorId operator, UUID id, AsyncFile file, long size) {
        return Multi.createFrom()
                .range(0, pieces(size))
                .onItem()
                .transformToUniAndConcatenate(
                        number -> read(file, number, size).chain(bytes -> added(session, operator, id, number, bytes)))
                .onItem()
                .ignoreAsUni()
                .onTermination()
                .call(file::close);
    }

    private static Uni<byte[]> read(AsyncFile file, int number, long size) {
        long from = (long) number * PIECE;
        int length = (int) Math.min(PIECE, size - from);
        return file.read(Buffer.buffer(length), 0, from, length).map(Buffer::getBytes);
    }

    private static Uni<Integer> added(Mutiny.Session session, OperatorId operator, UUID id, int number, byte[] bytes) {
        return session.createNativeQuery(
                        "insert into passport.file_piece (content_id, number, operator_id, bytes) values (:id, :number, :operator, :bytes)")
                .setParameter("id", id)
                .setParameter("number", number)
                .setParameter("operator", operator.value())
                .setParameter("bytes", bytes)
                .executeUpdate();
    }

    /** {@code null} when there is no such piece, or none that the operators of the session may read. */
    public static Uni<byte[]> piece(Mutiny.Session session, UUID id, int number) {
        return session.createNativeQuery(
                        "select bytes from passport.file_piece where content_id = :id and number = :number",
                        byte[].class)
                .setParameter("id", id)
                .setParameter("number", number)
                .getSingleResultOrNull();
    }

    public static int pieces(long size) {
        return (int) ((size + PIECE - 1) / PIECE);
    }

    /** Bytes that no file and no document of the operator has any more are removed. */
    public static Uni<Void> withoutUnused(Mutiny.Session session, OperatorId operator) {
        return session.createNativeQuery("""
                        delete from passport.file_content c where operator_id = :operator
                          and not exists (select from passport.certificate_file f where f.content_id = c.content_id)
                          and not exists (select from passport.document d where d.content_id = c.content_id)""")
                .setParameter("operator", operator.value())
                .executeUpdate()
                .replaceWithVoid();
    }
}
