package dev.denchi.model.verification;

import dev.denchi.model.verification.Check.Result;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The answers so far; what nobody could ask in the end is left open, never passed. */
final class Answers {
    /** The only ones that pass without a signature that holds: they are about the text, not about what it says. */
    private static final Set<Question> ABOUT_THE_TEXT = Set.of(Question.FORM, Question.HEADER);

    private final Map<Question, Check> given = new EnumMap<>(Question.class);

    void give(Check check) {
        given.put(check.question(), check);
    }

    boolean hasFailed(Question question) {
        Check check = given.get(question);
        return check != null && check.result() == Result.FAILED;
    }

    List<Check> all() {
        return Arrays.stream(Question.values()).map(this::answerTo).toList();
    }

    private Check answerTo(Question question) {
        Check check = given.get(question);
        if (check == null) {
            return question.indeterminate("the token has not the form of a record");
        }
        Check signature = given.get(Question.SIGNATURE);
        boolean signed = signature != null && signature.result() == Result.PASSED;
        return check.result() == Result.PASSED && !signed && !ABOUT_THE_TEXT.contains(question)
                ? question.indeterminate("no signature holds that would stand behind this: " + check.reason())
                : check;
    }
}
