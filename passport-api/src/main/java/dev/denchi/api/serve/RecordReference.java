package dev.denchi.api.serve;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Subject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a record is named to its readers and its sender: address, entity tag and description. */
public final class RecordReference {
    private static final int HASH_CHARACTERS = 16;

    private RecordReference() {}

    /** @throws Rejected when it is no record's identifier */
    public static RecordId parse(String recordId) {
        try {
            return RecordId.parse(recordId);
        } catch (IllegalArgumentException e) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, "\"" + recordId + "\" is no record id");
        }
    }

    public static String pathOf(RecordId id) {
        return "/v1/records/" + id;
    }

    /** Of the passport with this subject. */
    public static String pathOf(Subject passport) {
        return "/v1/dpps/" + URLEncoder.encode(passport.value(), StandardCharsets.UTF_8);
    }

    /** The entity tag of a version, whatever form and cut of it was sent. */
    public static String etagOf(int version, String sha256) {
        return "\"" + core(version, sha256) + "\"";
    }

    /** The entity tag of one form and cut of a version: two readers who see different things never share one. */
    static String etagOf(int version, String sha256, String formAndCut) {
        return "\"" + core(version, sha256) + "." + formAndCut + "\"";
    }

    /** Whether an {@code If-Match} names this version, by the tag of any form or cut of it, or by {@code *}. */
    public static boolean matches(String ifMatch, int version, String sha256) {
        String core = core(version, sha256);
        return Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(
                        tag -> tag.equals("*") || tag.equals("\"" + core + "\"") || tag.startsWith("\"" + core + "."));
    }

    /** @param token uncut: that a claim on lots backs it is told to everyone, what it says to few */
    public static Map<String, Object> describe(RecordToken token) {
        RecordHeader header = token.header();
        String sha256 = token.sha256();
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("recordId", header.id().toString());
        description.put("kind", header.kind().label());
        description.put("subject", header.subject().value());
        description.put("version", header.version());
        description.put("issuedAt", header.issuedAt().toString());
        description.put("sha256", sha256);
        if (header.previousSha256() != null) {
            description.put("previousSha256", header.previousSha256());
        }
        description.put("links", links(token));
        return description;
    }

    private static Map<String, String> links(RecordToken token) {
        RecordHeader header = token.header();
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", pathOf(header.id()));
        if (header.kind() == RecordKind.BATTERY) {
            links.put("passport", pathOf(header.subject()));
        }
        if (header.kind() == RecordKind.RECYCLED_CONTENT && token.attributes().has("massBalance")) {
            links.put("claim", "/v1/provenance/claims/" + header.id());
        }
        return links;
    }

    private static String core(int version, String sha256) {
        return version + "-" + sha256.substring(0, HASH_CHARACTERS);
    }
}
