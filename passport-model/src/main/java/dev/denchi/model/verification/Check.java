package dev.denchi.model.verification;

/**
 * One question about a token and its answer.
 *
 * @param reason what was found; for anyone who has to act on it
 */
public record Check(Question question, Result result, String reason) {

    public enum Result {
        PASSED,
        FAILED,
        /** It could not be told, for the reason given. */
        INDETERMINATE,
        NOT_APPLICABLE
    }

    /** The question's name, such as {@code signature}. */
    public String name() {
        return question.label();
    }
}
