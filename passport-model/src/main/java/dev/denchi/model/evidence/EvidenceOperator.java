package dev.denchi.model.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An operator whose records are in a package.
 *
 * @param id at the service that made the package
 * @param did the one that its service published for it
 * @param economicOperatorId its identifier for readers
 * @param ownDids those of its own under which it signed records of the package
 */
public record EvidenceOperator(String id, String did, String name, String economicOperatorId, List<String> ownDids) {

    public EvidenceOperator {
        ownDids = List.copyOf(ownDids);
    }

    /** One that signed nothing under a DID of its own. */
    public EvidenceOperator(String id, String did, String name, String economicOperatorId) {
        this(id, did, name, economicOperatorId, List.of());
    }

    /** The entry that holds its keys as of then. */
    public String entry() {
        return "operators/" + id + ".did.json";
    }

    /** The entries that hold its keys, by DID: each is the document of one. */
    public Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(did, entry());
        for (String own : ownDids) {
            entries.putIfAbsent(own, "operators/" + id + "." + entries.size() + ".did.json");
        }
        return entries;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("did", did);
        json.put("name", name);
        json.put("economicOperatorId", economicOperatorId);
        if (!ownDids.isEmpty()) {
            json.put("ownDids", ownDids);
        }
        return json;
    }

    static EvidenceOperator read(JsonNode json) {
        List<String> ownDids = new ArrayList<>();
        json.path("ownDids").forEach(own -> ownDids.add(own.asText()));
        return new EvidenceOperator(
                json.path("id").asText(),
                json.path("did").asText(),
                json.path("name").asText(),
                json.path("economicOperatorId").asText(),
                ownDids);
    }
}
