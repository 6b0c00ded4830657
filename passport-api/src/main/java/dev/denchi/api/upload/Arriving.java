package dev.denchi.api.upload;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and hashes what arrives, and refuses what is too much as soon as it is. */
final class Arriving {
    private final MessageDigest sha256;
    private final long most;
    private long size;

    Arriving(long most) {
        this.most = most;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(byte[] bytes) {
        size += bytes.length;
        if (size > most) {
            throw tooLarge(most);
        }
        sha256.update(bytes);
    }

    Spooled at(Path path) {
        return new Spooled(path, size, HexFormat.of().formatHex(sha256.digest()));
    }

    static Rejected tooLarge(long most) {
        return Rejected.because(ProblemType.BODY_TOO_LARGE, "a file may have " + most + " bytes, this one has more");
    }
}
