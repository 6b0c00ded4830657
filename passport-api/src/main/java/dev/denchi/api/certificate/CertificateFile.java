package dev.denchi.api.certificate;

import dev.denchi.model.identifier.OperatorId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of an operator, in a certificate or on its way there.
 *
 * @param content its bytes, {@code null} until they came
 */
public record CertificateFile(
        UUID id, OperatorId operator, String name, @Nullable Content content) {

    /**
     * Bytes.
     *
     * @param mediaType what the file's name and the bytes both say
     * @param size in bytes
     * @param sha256 of all of them, in hexadecimal
     */
    public record Content(UUID id, String mediaType, long size, String sha256) {}

    /** As an audit log tells of it: its name is not told, which may say what it is about. */
    Map<String, Object> told() {
        Content bytes = Objects.requireNonNull(content);
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("fileId", id.toString());
        what.put("sha256", bytes.sha256());
        what.put("size", bytes.size());
        return what;
    }
}
