package dev.denchi.api.bulk;

import dev.denchi.api.store.upload.BulkLine;
import dev.denchi.api.store.upload.BulkUpload;
import dev.denchi.model.format.StrictJson;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** How an upload and its lines are told to their operator. */
final class BulkView {

    private BulkView() {}

    static String pathOf(UUID id) {
        return "/v1/bulk/" + id;
    }

    static Map<String, Object> of(BulkUpload upload) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("bulkId", upload.id().toString());
        view.put("idempotencyKey", upload.key());
        view.put("kind", upload.kind().label());
        view.put("state", upload.state().name().toLowerCase(Locale.ROOT));
        if (upload.reason() != null) {
            view.put("reason", upload.reason());
        }
        view.put("sending", upload.sending());
        view.put("received", upload.received());
        view.put("accepted", upload.accepted());
        view.put("repeated", upload.repeated());
        view.put("refused", upload.refused());
        view.put("startedAt", upload.startedAt().toString());
        view.put("updatedAt", upload.updatedAt().toString());
        view.put("links", Map.of("self", pathOf(upload.id()), "results", pathOf(upload.id()) + "/results"));
        return view;
    }

    static Map<String, Object> of(BulkLine line) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("line", line.line());
        view.put("status", line.status().name().toLowerCase(Locale.ROOT));
        if (line.recordId() != null) {
            view.put("recordId", line.recordId().toString());
        }
        if (line.problem() != null) {
            view.put("problem", StrictJson.read(line.problem()));
        }
        return view;
    }
}
