package dev.denchi.api.serve.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.access.reader.Readership;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.model.access.AccessPolicies;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.format.StrictJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A passport as one reader sees it: in both forms of EN 18223, and as a presentation of the signed records. */
public final class PassportView {
    private static final String CREDENTIALS = "https://www.w3.org/ns/credentials/v2";
    private static final String ENVELOPE = "https://denchi.dev/schemas/passport.json#/properties/";

    private final AccessPolicies policies;
    private final Passport passport;
    private final Readership readership;

    public PassportView(AccessPolicies policies, Passport passport, Readership readership) {
        this.policies = policies;
        this.passport = passport;
        this.readership = readership;
    }

    /** The compressed form of EN 18223, 5.2: header, and one group of members for each record. */
    public byte[] compressed() {
        Map<String, Object> view = header();
        view.putAll(groups());
        return StrictJson.write(view);
    }

    /** The expanded form of EN 18223, Annex A: the same header, and the same groups as data elements. */
    public byte[] full() {
        Map<String, Object> view = header();
        List<Map<String, Object>> elements = new ArrayList<>();
        groups().forEach((group, attributes) ->
                elements.add(ExpandedForm.element(group, dictionaryOf(group), attributes)));
        view.put("elements", elements);
        return StrictJson.write(view);
    }

    /** Where the members of a group are defined. */
    static String dictionaryOf(String group) {
        return PassportGroups.kindOf(group)
                .map(kind -> RecordSchemas.schemaOf(kind) + "#")
                .orElse(ENVELOPE + group);
    }

    private Map<String, Object> header() {
        Map<String, Object> view =
                new LinkedHashMap<>(PassportHeader.of(passport.battery(), passport.economicOperatorId()));
        view.put("lastUpdated", lastUpdated().toString());
        view.put(
                "contentSpecificationIds",
                headers().stream()
                        .map(header -> RecordSchemas.schemaOf(header.kind()))
                        .toList());
        if (!passport.revoked().isEmpty()) {
            view.put("revokedRecords", revoked());
        }
        Map<String, Object> roles = roles();
        if (!roles.isEmpty()) {
            view.put("roles", roles);
        }
        return view;
    }

    /** The groups that nobody stands by: shown, as the passport would be another without them, and told to everyone who reads it. */
    private List<String> revoked() {
        return passport.revoked().stream()
                .map(record -> PassportGroups.of(record.token().header().kind()))
                .toList();
    }

    /** By group, of the records whose roles this reader may know. */
    private Map<String, Object> roles() {
        Map<String, Object> roles = new LinkedHashMap<>();
        passport.records()
                .forEach(record -> RolesView.of(record, readership)
                        .ifPresent(known -> roles.put(
                                PassportGroups.of(record.token().header().kind()), known)));
        return roles;
    }

    private Map<String, JsonNode> groups() {
        Map<String, JsonNode> groups = new LinkedHashMap<>();
        passport.records()
                .forEach(record -> groups.put(
                        PassportGroups.of(record.token().header().kind()),
                        cut(record).attributes()));
        return groups;
    }

    /** A verifiable presentation of the cut tokens (W3C VC Data Model 2.0, 4.13, enveloped credentials). */
    public byte[] presentation() {
        List<Map<String, Object>> credentials =
                passport.records().stream().map(this::enveloped).toList();
        Map<String, Object> presentation = new LinkedHashMap<>();
        presentation.put("@context", List.of(CREDENTIALS));
        presentation.put("type", List.of("VerifiablePresentation"));
        presentation.put("verifiableCredential", credentials);
        return StrictJson.write(presentation);
    }

    private Map<String, Object> enveloped(StoredRecord record) {
        Map<String, Object> credential = new LinkedHashMap<>();
        credential.put("@context", CREDENTIALS);
        credential.put("type", "EnvelopedVerifiableCredential");
        credential.put("id", "data:application/vc+sd-jwt," + cut(record).serialize());
        return credential;
    }

    private RecordToken cut(StoredRecord record) {
        return record.token().cut(policies, readership.of(record));
    }

    private Instant lastUpdated() {
        return headers().stream()
                .map(RecordHeader::issuedAt)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private List<RecordHeader> headers() {
        return passport.records().stream()
                .map(record -> record.token().header())
                .toList();
    }
}
