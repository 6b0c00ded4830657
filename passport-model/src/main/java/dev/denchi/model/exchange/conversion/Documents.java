package dev.denchi.model.exchange.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Documents and labels. Ours are pinned by a hash, theirs are addresses. */
final class Documents {
    private static final Map<String, String> LABELS =
            Map.of("SeparateCollection", "separateCollection", "HazardousMaterial", "hazardousMetals");
    private static final String OPERATION = "03-02"; // VDI 2770

    private Documents() {}

    /** The list of labels of BatteryPass against our labels; one meaning for all, in no language. */
    static Converter labels() {
        return Converter.of("symbol and meaning only", Documents::ourLabels, Documents::theirLabels);
    }

    /** Catena-X: header, kind of content, and the address as content. */
    static Converter link() {
        return Converter.of(
                "title and address only",
                node -> node.path("contentType").asText().equals("URL")
                        ? Tree.object()
                                .<ObjectNode>set("title", node.path("header"))
                                .set("url", node.path("content"))
                        : Converter.NONE,
                node -> {
                    ObjectNode theirs = Tree.object().put("contentType", "URL");
                    copy(node, "title", theirs, "header");
                    copy(node, "url", theirs, "content");
                    return theirs;
                });
    }

    /** Instructions for use in a handover documentation: those classified as such by VDI 2770. */
    static Converter handover() {
        return Converter.of(
                "documents of class " + OPERATION + " with address, media type, language and title",
                node -> {
                    ArrayNode ours = Tree.array();
                    node.forEach(document -> {
                        if (document.at("/DocumentClassifications/0/ClassId")
                                .asText()
                                .equals(OPERATION)) {
                            ours.add(ourDocument(document));
                        }
                    });
                    return ours.isEmpty() ? Converter.NONE : ours;
                },
                node -> {
                    ArrayNode theirs = Tree.array();
                    node.forEach(document -> theirs.add(theirDocument(document)));
                    return theirs;
                });
    }

    private static ObjectNode ourDocument(JsonNode document) {
        ObjectNode ours = Tree.object();
        copy(document.at("/DocumentVersions/0/DigitalFiles/0"), "value", ours, "url");
        copy(document.at("/DocumentVersions/0/DigitalFiles/0"), "contentType", ours, "mediaType");
        copy(document.at("/DocumentIds/0"), "DocumentIdentifier", ours, "documentId");
        JsonNode language = Values.firstText(document.at("/DocumentVersions/0/Language"));
        JsonNode title =
                Values.firstText(document.at("/DocumentVersions/0/Title").path(0));
        copy(Tree.object().set("language", language), "language", ours, "language");
        copy(Tree.object().set("title", title), "title", ours, "title");
        return ours;
    }

    private static ObjectNode theirDocument(JsonNode document) {
        ObjectNode id = Tree.object();
        copy(document, "documentId", id, "DocumentIdentifier");
        ObjectNode file = Tree.object();
        copy(document, "url", file, "value");
        copy(document, "mediaType", file, "contentType");
        ObjectNode version = Tree.object();
        copy(document, "language", version, "Language");
        ObjectNode title = Tree.object();
        copy(document, "title", title, document.path("language").asText("und"));
        version.set("Title", Values.array(title));
        version.set("DigitalFiles", Values.array(file));
        ObjectNode classification =
                Tree.object().put("ClassId", OPERATION).put("ClassificationSystem", "VDI2770 Blatt 1:2020");
        return Tree.object()
                .<ObjectNode>set("DocumentIds", Values.array(id))
                .<ObjectNode>set("DocumentClassifications", Values.array(classification))
                .set("DocumentVersions", Values.array(version));
    }

    private static JsonNode ourLabels(JsonNode node) {
        ObjectNode ours = Tree.object();
        for (JsonNode label : node) {
            String place = LABELS.get(label.path("labelingSubject").asText());
            if (place != null) {
                ours.set(place, Tree.object().set("url", label.path("labelingSymbol")));
                JsonNode meaning = Values.firstText(label.path("labelingMeaning"));
                if (!meaning.isMissingNode() && !ours.has("meaningOfLabels")) {
                    ours.set("meaningOfLabels", meaning);
                }
            }
        }
        return ours.isEmpty() ? Converter.NONE : ours;
    }

    private static JsonNode theirLabels(JsonNode ours) {
        ArrayNode theirs = Tree.array();
        for (String subject : List.of("SeparateCollection", "HazardousMaterial")) {
            JsonNode symbol =
                    ours.path(Objects.requireNonNull(LABELS.get(subject))).path("url");
            if (!symbol.isMissingNode()) {
                ObjectNode label = Tree.object().put("labelingSubject", subject);
                label.set("labelingSymbol", symbol);
                if (ours.has("meaningOfLabels")) {
                    label.set("labelingMeaning", Tree.object().set("und", ours.path("meaningOfLabels")));
                }
                theirs.add(label);
            }
        }
        return theirs.isEmpty() ? Converter.NONE : theirs;
    }

    /** A member is copied under another name, when it is there. */
    static void copy(JsonNode from, String name, ObjectNode to, String otherName) {
        if (from.has(name) && !from.path(name).isMissingNode()) {
            to.set(otherName, from.path(name));
        }
    }
}
