package dev.denchi.api.document;

import dev.denchi.api.document.ListDocuments.Listed;
import dev.denchi.api.document.ListDocuments.Pin;
import dev.denchi.model.credential.PinnedDocument;
import java.util.LinkedHashMap;
import java.util.Map;

/** Documents as their operator sees them. */
final class DocumentView {
    private DocumentView() {}

    /** One that is kept. */
    static Map<String, Object> of(Document document) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("sha256", document.sha256());
        view.put("kept", document.json());
        view.put("links", Map.of("document", document.path()));
        return view;
    }

    /** One of a list. */
    static Map<String, Object> of(Listed listed) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("sha256", listed.sha256());
        if (listed.kept() != null) {
            view.put("kept", listed.kept().json());
        }
        if (listed.pin() != null) {
            view.put("pinned", pinned(listed.pin()));
        }
        if (listed.kept() != null) {
            view.put("links", Map.of("document", listed.kept().path()));
        }
        return view;
    }

    private static Map<String, Object> pinned(Pin pin) {
        PinnedDocument document = pin.document();
        Map<String, Object> pinned = new LinkedHashMap<>();
        pinned.put("times", pin.times());
        pinned.put("recordId", pin.by().id().toString());
        pinned.put("version", pin.by().version());
        pinned.put("attribute", document.attribute());
        pinned.put("title", document.title());
        pinned.put("url", document.url());
        pinned.put("mediaType", document.mediaType());
        pinned.put("language", document.language());
        return pinned;
    }
}
