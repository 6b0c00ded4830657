package dev.denchi.model.verification;

import dev.denchi.model.status.StatusPurpose;
import java.util.Set;

/**
 * One question about a token and its answer.
 *
 * @param reason what was found; for anyone who has to act on it
 * @param set for which purposes the record's status is set; where any is, it failed for that
 */
public record Check(Question question, Result result, String reason, Set<StatusPurpose> set) {

    public Check {
        set = Set.copyOf(set);
    }

    public Check(Question question, Result result, String reason) {
        this(question, result, reason, Set.of());
    }

    public enum Result {
        PASSED,
        FAILED,
        /** It could not be told, for the reason given. */
        INDETERMINATE,
        NOT_APPLICABLE
    }

    /** Whether it failed for no more than that there is a newer version of the record. */
    public boolean isOnlySuperseded() {
        return isOnlySet(Set.of(StatusPurpose.REFRESH));
    }

    /** Whether it failed for no more than that the record's status is set for some of these purposes. */
    public boolean isOnlySet(Set<StatusPurpose> purposes) {
        return !set.isEmpty() && purposes.containsAll(set);
    }

    /** The question's name, such as {@code signature}. */
    public String name() {
        return question.label();
    }
}
