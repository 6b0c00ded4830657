package dev.denchi.api.ingest;

import dev.denchi.api.access.Caller;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.record.NewRecord.RequestKey;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.RecordKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A record as somebody sent it.
 *
 * @param submitter who sent it; it is going to be his operator's
 * @param request the idempotency key it came with, and the hash of all that makes it this request
 */
public record Submission(Submitter submitter, @Nullable RequestKey request, byte[] body) {
    public static final int LARGEST_BODY = 1024 * 1024;
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7E]{1,255}");

    public static Submission of(Caller caller, String methodAndPlace, @Nullable String key, byte[] body) {
        Submitter submitter = caller.submitter();
        requireSize(body);
        return new Submission(
                submitter, key == null ? null : new RequestKey(requireKey(key), sha256(methodAndPlace, body)), body);
    }

    /**
     * One line of an upload, a first version like any that comes alone. What was accepted once is known again by its bytes,
     * wherever it stands when the upload is sent again.
     */
    public static Submission line(Submitter submitter, RecordKind kind, UUID upload, byte[] body) {
        String hash = sha256("POST " + kind.label(), body);
        return new Submission(submitter, new RequestKey("bulk\t" + upload + "\t" + hash, hash), body);
    }

    /** Of the same sender, but not what his key stands for. */
    public Submission withoutKey() {
        return new Submission(submitter, null, body);
    }

    public OperatorId operator() {
        return submitter.operator();
    }

    /** @throws Rejected when nothing that is read whole may be so large */
    public static void requireSize(byte[] body) {
        if (body.length > LARGEST_BODY) {
            throw Rejected.because(
                    ProblemType.BODY_TOO_LARGE, "the body has " + body.length + " bytes, it may have " + LARGEST_BODY);
        }
    }

    /** The key itself; @throws Rejected when there is none or it is not of its form */
    public static String requireKey(@Nullable String key) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw Rejected.because(
                    ProblemType.MALFORMED_REQUEST,
                    "send an Idempotency-Key; it has 1 to 255 printable ASCII characters");
        }
        return key;
    }

    private static String sha256(String methodAndPlace, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(methodAndPlace.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
