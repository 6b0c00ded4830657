package dev.denchi.api.certificate;

import dev.denchi.model.part.TraceId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of a part's footprint, as its operator knows it.
 *
 * @param files in the order in which they were added
 */
public record Certificate(UUID id, TraceId trace, @Nullable String description, List<CertificateFile> files) {}
