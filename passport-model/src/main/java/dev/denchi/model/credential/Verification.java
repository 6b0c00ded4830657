package dev.denchi.model.credential;

import dev.denchi.model.credential.Check.Result;
import java.util.List;

/** What a verifier found: every check by name, so that none that was left out hides behind a single "valid". */
public record Verification(List<Check> checks) {

    public Verification {
        checks = List.copyOf(checks);
    }

    /** Nothing failed and nothing was left open. */
    public boolean isGood() {
        return checks.stream()
                .noneMatch(check -> check.result() == Result.FAILED || check.result() == Result.INDETERMINATE);
    }

    public Result resultOf(String name) {
        return checks.stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .map(Check::result)
                .orElse(Result.NOT_APPLICABLE);
    }
}
