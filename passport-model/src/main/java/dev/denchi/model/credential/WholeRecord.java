package dev.denchi.model.credential;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.access.AccessPolicy;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a token that somebody else signed is as this service would have made it: every attribute comes with its disclosure, and where
 * the number of digests could tell something, decoys make it the same for all. Behind what looks like a decoy anything may
 * hide; nobody will ever be shown it, so it is no part of the record.
 */
public final class WholeRecord {
    private static final String MISSING = "token-missing-disclosures";

    private final Map<RecordKind, DigestCounts> counts;

    public WholeRecord(AccessPolicy policy) {
        this.counts = DigestCounts.ofKinds(policy);
    }

    /** Everything that keeps the token from being whole; empty when it is. */
    public List<Violation> violations(RecordToken token) {
        List<Violation> violations = new ArrayList<>();
        DigestCounts kind = counts.getOrDefault(token.header().kind(), DigestCounts.NONE);
        check(token.payload().path("credentialSubject"), kind, token.pointers(), violations);
        return violations;
    }

    private static void check(JsonNode object, DigestCounts counts, Set<String> disclosed, List<Violation> violations) {
        int digests = object.path("_sd").size();
        long shown = disclosed.stream()
                .filter(pointer -> isIn(counts.pointer(), pointer))
                .count();
        long known =
                disclosed.stream().filter(counts.attributes()::containsValue).count();
        if (!counts.hidesSome() && digests != shown) {
            violations.add(new Violation(
                    counts.pointer(),
                    MISSING,
                    digests + " digests stand here and " + shown
                            + " have a disclosure; send all, the service cuts for each reader"));
        }
        if (counts.hidesSome() && digests != counts.attributes().size()) {
            violations.add(new Violation(
                    counts.pointer(),
                    "token-decoys",
                    digests + " digests stand here, decoys included; there are always "
                            + counts.attributes().size()
                            + ", as their number would tell how much is hidden from the public"));
        }
        if (known != shown) {
            violations.add(new Violation(
                    counts.pointer(),
                    "token-unknown-attribute",
                    (shown - known) + " attributes here have no access point"));
        }
        object.fieldNames().forEachRemaining(name -> {
            if (object.path(name).isObject() && !counts.groups().containsKey(name)) {
                violations.add(new Violation(
                        counts.pointer() + "/" + name, "token-unknown-attribute", "nothing here has an access point"));
            }
        });
        counts.groups().forEach((name, group) -> {
            if (object.has(name) || group.isAlwaysThere()) {
                check(object.path(name), group, disclosed, violations);
            }
        });
    }

    private static boolean isIn(String parent, String pointer) {
        return pointer.startsWith(parent + "/") && pointer.indexOf('/', parent.length() + 1) < 0;
    }
}
