package dev.denchi.model.verification;

import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.verification.Check.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a verifier found: every check by name, so that none that was left out hides behind a single "valid".
 *
 * @param record the token as read, to be believed as far as the checks go; {@code null} when it has not the form of a record
 */
public record Verification(@Nullable RecordToken record, List<Check> checks) {

    public Verification {
        checks = List.copyOf(checks);
    }

    /** Nothing failed and nothing was left open. */
    public boolean isGood() {
        return outcome() == Result.PASSED;
    }

    /** FAILED when any check failed, else INDETERMINATE when any was left open, else PASSED. */
    public Result outcome() {
        if (has(Result.FAILED)) {
            return Result.FAILED;
        }
        return has(Result.INDETERMINATE) ? Result.INDETERMINATE : Result.PASSED;
    }

    /** @param name such as {@code signature} */
    public Result resultOf(String name) {
        return check(name).map(Check::result).orElse(Result.NOT_APPLICABLE);
    }

    public Optional<Check> check(String name) {
        return checks.stream().filter(check -> check.name().equals(name)).findFirst();
    }

    /** As {@code openapi/schemas/verification.json} has it. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("outcome", outcome().name());
        json.put("checks", checks.stream().map(Verification::json).toList());
        if (record != null) {
            json.put("record", json(record));
        }
        return json;
    }

    private boolean has(Result result) {
        return checks.stream().anyMatch(check -> check.result() == result);
    }

    private static Map<String, Object> json(Check check) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", check.name());
        json.put("result", check.result().name());
        json.put("reason", check.reason());
        return json;
    }

    private static Map<String, Object> json(RecordToken record) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("recordId", record.header().id().toString());
        json.put("kind", record.header().kind().label());
        json.put("subject", record.header().subject().value());
        json.put("issuer", record.header().issuer());
        json.put("version", record.header().version());
        json.put("issuedAt", record.header().issuedAt().toString());
        json.put("sha256", record.sha256());
        json.put("disclosed", record.pointers().stream().sorted().toList());
        json.put("undisclosed", record.undisclosed());
        return json;
    }
}
