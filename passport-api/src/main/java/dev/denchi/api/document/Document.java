package dev.denchi.api.document;

import dev.denchi.model.file.FileType;
import dev.denchi.model.identifier.OperatorId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A document that is kept.
 *
 * @param sha256 of its bytes, in hexadecimal
 * @param content its bytes, by their own id
 * @param size in bytes
 */
public record Document(OperatorId operator, String sha256, UUID content, FileType type, long size, Instant keptAt) {

    /** Where it is given out. */
    String path() {
        return "/operators/" + operator + "/documents/" + sha256;
    }

    /** What it is called where it is saved: its title is the record's, and may say what not everybody sees. */
    String fileName() {
        return sha256 + "." + type.extension();
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mediaType", type.mediaType());
        json.put("size", size);
        json.put("keptAt", keptAt.toString());
        return json;
    }

    /** As an audit log tells of it. */
    Map<String, Object> told() {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("sha256", sha256);
        what.put("mediaType", type.mediaType());
        what.put("size", size);
        return what;
    }
}
