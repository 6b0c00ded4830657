package dev.denchi.model.ouranos;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A body of signing in as it was sent.
 *
 * @param field what the text is called there
 */
public record PasswordInput(
        String field, @Nullable String given, @Nullable String givenPassword) implements Input {
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 20;
    private static final String PASSWORD_FORM = "[a-zA-Z0-9!@#$%^&*()]+";

    @Override
    public Optional<String> faults() {
        return told(ofText());
    }

    public Optional<String> loginFaults() {
        Faults faults = ofText();
        faults.require("accountPassword", givenPassword != null && !givenPassword.isEmpty(), Faults.BLANK);
        return told(faults);
    }

    public Optional<String> newPasswordFaults() {
        Faults faults = ofText();
        faults.length(field, given, SHORTEST_PASSWORD, LONGEST_PASSWORD);
        faults.require(field, given == null || given.matches(PASSWORD_FORM), "must be in a valid format");
        return told(faults);
    }

    private Faults ofText() {
        Faults faults = new Faults();
        faults.require(field, given != null && !given.isEmpty(), Faults.BLANK);
        return faults;
    }

    private static Optional<String> told(Faults faults) {
        return faults.areNone() ? Optional.empty() : Optional.of(faults.told());
    }

    /** Call these when there are no faults. */
    public String text() {
        return Objects.requireNonNull(given);
    }

    public String password() {
        return Objects.requireNonNull(givenPassword);
    }
}
