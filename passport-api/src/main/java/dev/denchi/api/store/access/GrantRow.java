package dev.denchi.api.store.access;

import dev.denchi.api.store.record.NewRecord;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.RecordKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one partner may see, as in table {@code partner_grant}. */
@Entity
@Table(name = "partner_grant")
class GrantRow {
    @Id
    private UUID id;

    @Column(name = "operator_id")
    private String operatorId;

    private String partner;

    @Column(name = "model_id")
    private @Nullable String modelId;

    private String attributes;

    @Column(name = "builds_passports")
    private boolean buildsPassports;

    private String purpose;

    @Column(name = "valid_from")
    private Instant validFrom;

    @Column(name = "valid_until")
    private Instant validUntil;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "idempotency_key")
    private @Nullable String idempotencyKey;

    @Column(name = "request_sha256")
    private @Nullable String requestSha256;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    GrantRow() {}

    GrantRow(Grant grant, NewRecord.@Nullable RequestKey request) {
        id = grant.id();
        operatorId = grant.operator().value();
        partner = grant.partner().toString();
        modelId = grant.model() == null ? null : grant.model().value();
        attributes = text(grant.attributes());
        buildsPassports = grant.buildsPassports();
        purpose = grant.purpose();
        validFrom = grant.from();
        validUntil = grant.until();
        createdAt = grant.createdAt();
        revokedAt = grant.revokedAt();
        idempotencyKey = request == null ? null : request.key();
        requestSha256 = request == null ? null : request.sha256();
    }

    @Nullable
    String requestSha256() {
        return requestSha256;
    }

    Grant toDomain() {
        return new Grant(
                id,
                new OperatorId(operatorId),
                Partner.parse(partner),
                modelId == null ? null : new ModelId(modelId),
                attributes(attributes),
                buildsPassports,
                purpose,
                validFrom,
                validUntil,
                createdAt,
                revokedAt);
    }

    private static String text(Map<RecordKind, Set<String>> attributes) {
        return attributes.entrySet().stream()
                .flatMap(kind ->
                        kind.getValue().stream().map(pointer -> kind.getKey().label() + "#" + pointer))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** A kind that is no longer known opens nothing. */
    private static Map<RecordKind, Set<String>> attributes(String text) {
        return Arrays.stream(text.split(" "))
                .map(entry -> entry.split("#", 2))
                .filter(entry ->
                        entry.length == 2 && RecordKind.ofLabel(entry[0]).isPresent())
                .collect(Collectors.groupingBy(
                        entry -> RecordKind.ofLabel(entry[0]).orElseThrow(),
                        Collectors.mapping(entry -> entry[1], Collectors.toUnmodifiableSet())));
    }
}
