package dev.denchi.deploy.local.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** A folder of files that only their owner can read. */
public record SecretFiles(Path folder) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static SecretFiles in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        return new SecretFiles(folder);
    }

    public Path path(String name) {
        return folder.resolve(name);
    }

    /** What the file holds; made and kept on the first call. */
    public String kept(String name, Supplier<String> made) {
        try {
            if (!Files.exists(path(name))) {
                write(name, made.get());
            }
            return Files.readString(path(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A long random word. */
    public String password(String name) {
        return kept(name, SecretFiles::randomWord);
    }

    /** Replaces the file as a whole: a reader sees the old content or the new, and nobody else sees either. */
    public Path write(String name, String content) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path partial = Files.createTempFile(folder, name, ".partial", ownerOnly);
        Files.writeString(partial, content + "\n");
        return Files.move(partial, path(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String randomWord() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
