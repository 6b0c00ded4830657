package dev.denchi.model.verification;

/**
 * One question about a token and its answer.
 *
 * @param reason what was found; for anyone who has to act on it
 * @param isOnlySuperseded whether it failed for no more than that there is a newer version of the record
 */
public record Check(Question question, Result result, String reason, boolean isOnlySuperseded) {

    public Check(Question question, Result result, String reason) {
        this(question, result, reason, false);
    }

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
