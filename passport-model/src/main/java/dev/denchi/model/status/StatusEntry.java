package dev.denchi.model.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a record's status stands: one entry of its {@code credentialStatus}.
 *
 * @param list the address and id of the signed list
 * @param index the place of the record's bit
 */
public record StatusEntry(StatusPurpose purpose, URI list, int index) {
    private static final Set<String> MEMBERS =
            Set.of("id", "type", "statusPurpose", "statusListIndex", "statusListCredential");
    private static final String TYPE = "BitstringStatusListEntry";

    public StatusEntry {
        boolean web = "https".equals(list.getScheme()) || "http".equals(list.getScheme());
        if (!web || list.getHost() == null || list.getFragment() != null) {
            throw new IllegalArgumentException("a status list has a web address without a fragment, not " + list);
        }
        if (index < 0 || index >= StatusList.LARGEST) {
            throw new IllegalArgumentException("no status list has an index " + index);
        }
    }

    /**
     * Reads {@code credentialStatus}: one entry, or a list of them.
     *
     * @throws IllegalArgumentException when there is anything that could not be checked
     */
    public static List<StatusEntry> read(JsonNode credentialStatus) {
        if (credentialStatus.isMissingNode()) {
            return List.of();
        }
        List<StatusEntry> entries = new ArrayList<>();
        if (credentialStatus.isArray()) {
            credentialStatus.forEach(each -> entries.add(entry(each)));
        } else {
            entries.add(entry(credentialStatus));
        }
        Set<StatusPurpose> purposes = EnumSet.noneOf(StatusPurpose.class);
        if (entries.isEmpty() || !entries.stream().allMatch(entry -> purposes.add(entry.purpose()))) {
            throw new IllegalArgumentException("credentialStatus has one entry for each purpose, and at least one");
        }
        return List.copyOf(entries);
    }

    /** The JSON of this entry. */
    public Map<String, String> json() {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("type", TYPE);
        entry.put("statusPurpose", purpose.label());
        entry.put("statusListIndex", String.valueOf(index));
        entry.put("statusListCredential", list.toString());
        return entry;
    }

    private static StatusEntry entry(JsonNode json) {
        json.fieldNames().forEachRemaining(member -> {
            if (!MEMBERS.contains(member)) {
                throw new IllegalArgumentException("credentialStatus has \"" + member + "\", which is not known");
            }
        });
        if (!TYPE.equals(json.path("type").textValue())) {
            throw new IllegalArgumentException("credentialStatus is no " + TYPE);
        }
        String purpose = text(json, "statusPurpose");
        String index = text(json, "statusListIndex");
        if (!index.matches("0|[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("statusListIndex is no whole number written as text: " + index);
        }
        return new StatusEntry(
                StatusPurpose.ofLabel(purpose)
                        .orElseThrow(
                                () -> new IllegalArgumentException("the purpose \"" + purpose + "\" is not known")),
                URI.create(text(json, "statusListCredential")),
                Integer.parseInt(index));
    }

    private static String text(JsonNode json, String member) {
        if (!json.path(member).isTextual()) {
            throw new IllegalArgumentException("credentialStatus has no " + member + " that is a text");
        }
        return json.path(member).textValue();
    }
}
