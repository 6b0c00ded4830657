package dev.denchi.api.declaration;

import dev.denchi.api.ingest.Receipt;
import dev.denchi.api.serve.form.PassportGroups;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The records that were made of the answers about a part.
 *
 * @param receipts one for each record; none when it was but looked at what they would be
 * @param drafts where everything in them came from; none when the same request was answered before
 */
record Declared(List<Receipt> receipts, List<Drafting> drafts) {

    boolean isNew() {
        return receipts.stream().anyMatch(receipt -> !receipt.repeated());
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("records", receipts.stream().map(Receipt::json).toList());
        json.put(
                "mapping",
                drafts.stream().flatMap(draft -> draft.mapping().stream()).toList());
        json.put(
                "statements",
                drafts.stream().flatMap(draft -> draft.statements().stream()).toList());
        return json;
    }

    /** With what the records would say. */
    Map<String, Object> preview() {
        Map<String, Object> documents = new LinkedHashMap<>();
        drafts.forEach(draft -> documents.put(PassportGroups.of(draft.kind()), draft.document()));
        Map<String, Object> json = json();
        json.put("drafts", documents);
        return json;
    }
}
