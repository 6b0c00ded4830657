package dev.denchi.api.access.reader;

import dev.denchi.api.access.KeyHash;
import dev.denchi.api.access.Role;
import dev.denchi.api.store.access.Grant;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.model.access.AccessPoint;
import dev.denchi.model.access.AccessPolicy;
import dev.denchi.model.access.Reader;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.RecordKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is as a reader of the records of one answer, which may be several operators'. Two with the same readership get
 * the same answer.
 *
 * @param general what he is to operators that are not his own
 * @param own his own operator, {@code null} when none of the records is its
 * @param grants what the records' operators granted him and is in force now
 */
public record Readership(Reader general, @Nullable OperatorId own, Set<Grant> grants) {
    private static final Reader PUBLIC = Reader.inGroup("public");
    private static final Reader AUTHORITY = Reader.inGroup(Role.AUTHORITY.readers());
    private static final int TAG_CHARACTERS = 16;

    /** No group of the access policy: it opens nothing by itself, and names in the audit log by what right he read. */
    private static final String TRADE_PARTNER = "tradePartner";

    public Readership {
        grants = Set.copyOf(grants);
    }

    /** The other one of a trade: of records of a supply chain he sees what the policy has for partners. */
    public static Readership ofTradePartner(AccessPolicy today) {
        return new Readership(Reader.inGroup(TRADE_PARTNER).granted(today.tradePartners()), null, Set.of());
    }

    /** What he is as a reader of this record. */
    public Reader of(StoredRecord record) {
        if (record.operator().equals(own)) {
            return Reader.itsOperator();
        }
        return grants.isEmpty() ? general : general.granted(granted(record));
    }

    /** Whether he may know who sent the record in: its own operator and authorities may. */
    public boolean seesRoles(StoredRecord record) {
        return seesRoles(record.operator());
    }

    /** The same of all records of an operator. */
    public boolean seesRoles(OperatorId owner) {
        return owner.equals(own) || general.equals(AUTHORITY);
    }

    /** Whether everybody reads the same. */
    public boolean isPublic() {
        return own == null && grants.isEmpty() && general.equals(PUBLIC);
    }

    /** Whether of this operator's records he reads what everybody does. */
    public boolean isPublicTo(OperatorId owner) {
        return !owner.equals(own) && general.equals(PUBLIC) && grantsOf(owner).isEmpty();
    }

    /** By what right he reads more: as their operator, as one of his group, under an agreement for these points, or by grants. */
    public Map<String, Object> right(OperatorId owner) {
        Map<String, Object> right = new LinkedHashMap<>();
        if (owner.equals(own)) {
            right.put("as", "operator");
        } else if (general.group() == null) {
            right.put("as", "agreement");
            right.put(
                    "points",
                    general.points().stream().map(AccessPoint::number).sorted().toList());
        } else {
            right.put("as", general.group());
        }
        List<String> ids = grantsOf(owner);
        if (!ids.isEmpty()) {
            right.put("grants", ids);
        }
        return right;
    }

    private List<String> grantsOf(OperatorId owner) {
        return grants.stream()
                .filter(grant -> grant.operator().equals(owner))
                .map(grant -> grant.id().toString())
                .sorted()
                .toList();
    }

    /** What sets its cut apart from another's, for entity tags: the same on every replica. */
    public String tag() {
        String points = general.points().stream()
                .map(point -> Integer.toString(point.number()))
                .sorted()
                .collect(Collectors.joining());
        return (general.group() == null ? points : general.group())
                + (own == null ? "" : ":" + own)
                + (grants.isEmpty() ? "" : ":" + grantsTag());
    }

    private Map<RecordKind, Set<String>> granted(StoredRecord record) {
        ModelId model = modelOf(record);
        Map<RecordKind, Set<String>> attributes = new HashMap<>();
        grants.stream()
                .filter(grant -> grant.operator().equals(record.operator()) && grant.covers(model))
                .forEach(grant -> grant.attributes()
                        .forEach((kind, pointers) -> attributes
                                .computeIfAbsent(kind, none -> new HashSet<>())
                                .addAll(pointers)));
        return attributes;
    }

    /** Every record is of a model but an operator's report on all its batteries. */
    private static @Nullable ModelId modelOf(StoredRecord record) {
        var model = record.token().attributes().path("modelId");
        return model.isTextual() ? new ModelId(model.textValue()) : null;
    }

    private String grantsTag() {
        String ids =
                grants.stream().map(grant -> grant.id().toString()).sorted().collect(Collectors.joining());
        return KeyHash.of(ids).substring(0, TAG_CHARACTERS);
    }
}
