package dev.denchi.api.store.audit;

import dev.denchi.model.identifier.OperatorId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a record in, for an operator: one of its API keys, or a subject of the OpenID Connect provider. What a person is
 * called is not kept.
 *
 * @param issuer who vouches for the subject, {@code null} when it is an API key of ours
 * @param id the key's id, or the subject as its issuer names it
 */
public record Submitter(OperatorId operator, @Nullable String issuer, String id) {

    public static Submitter apiKey(OperatorId operator, UUID id) {
        return new Submitter(operator, null, id.toString());
    }

    public static Submitter subject(OperatorId operator, String issuer, String subject) {
        return new Submitter(operator, issuer, subject);
    }

    /** An issuer is a URL and has no space; a subject may have some, so it comes last. */
    public static Submitter parse(String text) {
        String[] parts = text.split(" ", 3);
        OperatorId operator = new OperatorId(parts[0]);
        return parts.length == 2
                ? new Submitter(operator, null, parts[1])
                : new Submitter(operator, parts[1], parts[2]);
    }

    /** As readers are shown it, and as the audit log has it. */
    public Map<String, String> json() {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("operator", operator.value());
        if (issuer == null) {
            json.put("apiKey", id);
        } else {
            json.put("issuer", issuer);
            json.put("subject", id);
        }
        return json;
    }

    @Override
    public String toString() {
        return operator + " " + (issuer == null ? "" : issuer + " ") + id;
    }
}
