package dev.denchi.api.certificate;

import dev.denchi.model.identifier.OperatorId;
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
}
