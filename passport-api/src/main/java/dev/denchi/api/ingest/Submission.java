package dev.denchi.api.ingest;

import dev.denchi.api.access.Caller;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.NewRecord.RequestKey;
import dev.denchi.model.identifier.OperatorId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A record as somebody sent it.
 *
 * @param operator whose record it is going to be
 * @param request the idempotency key it came with, and the hash of all that makes it this request
 */
record Submission(OperatorId operator, @Nullable RequestKey request, byte[] body) {
    private static final int LARGEST_BODY = 1024 * 1024;
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7E]{1,255}");

    static Submission of(Caller caller, String methodAndPlace, @Nullable String key, byte[] body) {
        OperatorId operator = caller.writingOperator();
        if (body.length > LARGEST_BODY) {
            throw Rejected.because(
                    ProblemType.BODY_TOO_LARGE,
                    "the body has " + body.length + " bytes, a record may have " + LARGEST_BODY);
        }
        if (key != null && !KEY.matcher(key).matches()) {
            throw Rejected.because(
                    ProblemType.MALFORMED_REQUEST, "an Idempotency-Key has 1 to 255 printable ASCII characters");
        }
        return new Submission(operator, key == null ? null : new RequestKey(key, sha256(methodAndPlace, body)), body);
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
