package dev.denchi.model.credential;

/**
 * One named question about a token and its answer.
 *
 * @param name such as {@code signature}
 * @param reason what was found; for anyone who has to act on it
 */
public record Check(String name, Result result, String reason) {

    public enum Result {
        PASSED,
        FAILED,
        /** It could not be told, for the reason given. */
        INDETERMINATE,
        NOT_APPLICABLE
    }
}
