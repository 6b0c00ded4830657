package dev.denchi.api.problem;

import dev.denchi.model.passport.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An expected refusal. Raised once, it passes through the whole chain, rolls its transaction back and becomes the caller's
 * answer; {@code detail} tells him what to change.
 */
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final String detail;
    private final transient List<Violation> violations;

    private Rejected(ProblemType type, String detail, List<Violation> violations) {
        super(detail, null, false, false); // no fault of ours, hence no stack trace to pay for
        this.type = type;
        this.detail = detail;
        this.violations = violations;
    }

    public static Rejected because(ProblemType type, @Nullable String detail) {
        return new Rejected(type, Objects.requireNonNullElse(detail, type.title()), List.of());
    }

    public static Rejected invalid(List<Violation> violations) {
        return invalid(ProblemType.INVALID_RECORD, violations);
    }

    public static Rejected invalid(ProblemType type, List<Violation> violations) {
        String detail = violations.size() == 1
                ? "one violation; nothing was stored"
                : violations.size() + " violations; nothing was stored";
        return new Rejected(type, detail, List.copyOf(violations));
    }

    /** The members of the problem detail that do not depend on the address. */
    public Map<String, Object> problem() {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", type.uri().toString());
        problem.put("title", type.title());
        problem.put("status", type.status());
        problem.put("detail", detail);
        return problem;
    }

    /** Each field that the format requires and nobody said. */
    public static Rejected incompleteExport(List<Violation> missing) {
        return new Rejected(
                ProblemType.INCOMPLETE_EXPORT,
                missing.size() + " required fields have no value that this reader may see; ask for other documents",
                List.copyOf(missing));
    }

    /** Each attribute in which what is there differs from what was sent. */
    public static Rejected differing(List<Violation> differences) {
        return new Rejected(
                ProblemType.RECORD_DIFFERS,
                "the service has other records of what the passport shares with others; nothing was stored",
                List.copyOf(differences));
    }

    /** As {@link #invalid}, where it is no record that was sent. */
    public static Rejected malformed(List<Violation> violations) {
        return new Rejected(
                ProblemType.MALFORMED_REQUEST,
                violations.size() == 1 ? "one violation" : violations.size() + " violations",
                List.copyOf(violations));
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return detail;
    }

    public List<Violation> violations() {
        return violations;
    }
}
