package dev.denchi.api.tenant;

import dev.denchi.api.store.access.Grant;
import dev.denchi.api.store.access.Partner;
import dev.denchi.model.access.AccessPolicy;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.RecordKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a grant as an administrator asks for it. */
final class NewGrant {
    private static final int LONGEST_PURPOSE = 500;
    private static final int LONGEST_PARTICIPANT = 255;

    private final Members members;
    private final OperatorId operator;
    private final AccessPolicy policy;
    private final Instant now;

    private NewGrant(Members members, OperatorId operator, AccessPolicy policy, Instant now) {
        this.members = members;
        this.operator = operator;
        this.policy = policy;
        this.now = now;
    }

    /** @throws dev.denchi.api.problem.Rejected with everything that is wrong */
    static Grant read(byte[] body, OperatorId operator, AccessPolicy policy, Instant now) {
        return new NewGrant(Members.of(body), operator, policy, now).grant();
    }

    private Grant grant() {
        Partner partner = partner();
        ModelId model = members.optional("modelId", ModelId::new);
        Map<RecordKind, Set<String>> attributes = attributes();
        boolean buildsPassports = members.flag("buildsPassports");
        if (attributes.isEmpty() && !buildsPassports) {
            members.fault(
                    "attributes", "grant-grants-something", "name attributes, or let the partner build passports");
        }
        if (buildsPassports && partner != null && partner.kind() != Partner.Kind.OPERATOR) {
            members.fault(
                    "buildsPassports", "builder-is-an-operator", "only an operator of this service builds passports");
        }
        String purpose = members.required("purpose", NewGrant::purpose);
        Instant from =
                Optional.ofNullable(members.optional("from", Members::moment)).orElse(now);
        Instant until = members.required("until", Members::moment);
        if (until != null && (!until.isAfter(from) || !until.isAfter(now))) {
            members.fault("until", "grant-lasts", until + " is not after " + (from.isAfter(now) ? from : now));
        }
        members.requireGood();
        return new Grant(
                UUID.randomUUID(),
                operator,
                Objects.requireNonNull(partner),
                model,
                attributes,
                buildsPassports,
                Objects.requireNonNull(purpose),
                from,
                Objects.requireNonNull(until),
                now,
                null);
    }

    private @Nullable Partner partner() {
        Members given = members.part("partner");
        OperatorId other = given.optional("operator", OperatorId::new);
        String participant = given.optional("participant", NewGrant::participant);
        if (given.names().size() != 1) {
            members.fault("partner", "one-partner", "a grant is for one operator or one participant");
            return null;
        }
        if (operator.equals(other)) {
            members.fault("partner", "partner-is-another", operator + " sees its own records anyway");
        }
        if (other != null) {
            return Partner.operator(other);
        }
        return participant == null ? null : Partner.participant(participant);
    }

    private Map<RecordKind, Set<String>> attributes() {
        Map<RecordKind, Set<String>> attributes = new EnumMap<>(RecordKind.class);
        Members given = members.part("attributes");
        for (String label : given.names()) {
            List<String> pointers = given.texts(label);
            RecordKind kind = RecordKind.ofLabel(label).orElse(null);
            if (kind == null) {
                given.fault(label, "kind-is-known", "\"" + label + "\" is no kind of record");
            } else {
                attributes.put(kind, known(given, kind, pointers));
            }
        }
        return attributes;
    }

    /** An attribute that the policy does not name is in no token on its own, and cannot be shown on its own. */
    private Set<String> known(Members given, RecordKind kind, List<String> pointers) {
        Set<String> attributes = policy.attributesOf(kind);
        if (pointers.isEmpty()) {
            given.fault(kind.label(), "schema:minItems", "name an attribute, or leave the kind out");
        }
        pointers.stream()
                .filter(pointer -> !attributes.contains(pointer))
                .forEach(pointer -> given.fault(
                        kind.label(),
                        "attribute-is-known",
                        "\"" + pointer + "\" is no attribute of a " + kind.label() + " in the access policy"));
        return new LinkedHashSet<>(pointers);
    }

    private static String purpose(String text) {
        if (text.isBlank() || text.length() > LONGEST_PURPOSE || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a purpose is a line of text, " + LONGEST_PURPOSE + " characters at most");
        }
        return text;
    }

    private static String participant(String text) {
        if (!text.matches("[\\x21-\\x7E]{1," + LONGEST_PARTICIPANT + "}")) {
            throw new IllegalArgumentException("a participant's identifier has 1 to " + LONGEST_PARTICIPANT
                    + " printable ASCII characters and no space");
        }
        return text;
    }
}
