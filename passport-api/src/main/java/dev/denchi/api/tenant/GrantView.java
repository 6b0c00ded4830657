package dev.denchi.api.tenant;

import dev.denchi.api.store.access.Grant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A grant as its operator and its partner see it. */
final class GrantView {
    private GrantView() {}

    static Map<String, Object> json(Grant grant) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", grant.id().toString());
        json.put("operator", grant.operator().value());
        json.put(
                "partner",
                Map.of(
                        grant.partner().kind().name().toLowerCase(Locale.ROOT),
                        grant.partner().id()));
        Page.put(json, "modelId", grant.model());
        json.put("attributes", attributes(grant));
        json.put("buildsPassports", grant.buildsPassports());
        json.put("purpose", grant.purpose());
        json.put("from", grant.from().toString());
        json.put("until", grant.until().toString());
        json.put("createdAt", grant.createdAt().toString());
        Page.put(json, "revokedAt", grant.revokedAt());
        return json;
    }

    private static Map<String, List<String>> attributes(Grant grant) {
        Map<String, List<String>> attributes = new TreeMap<>();
        grant.attributes()
                .forEach((kind, pointers) ->
                        attributes.put(kind.label(), pointers.stream().sorted().toList()));
        return attributes;
    }
}
