package dev.denchi.model.ouranos;

import dev.denchi.model.certificate.CertificateLimits;
import dev.denchi.model.certificate.FileName;
import dev.denchi.model.part.TraceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A certificate and the files that are added to it ({@code cfpCertificationInfo}), as they were sent. */
public record CertificationInput(
        @Nullable String operatorId,
        @Nullable String cfpCertificationId,
        @Nullable String traceId,
        @Nullable String description,
        @Nullable List<Item> fileInfo)
        implements Input {

    /** One file that was uploaded. */
    public record Item(@Nullable String fileId, @Nullable String fileName) {

        private Optional<String> faults() {
            Faults faults = new Faults();
            faults.uuid("fileId", fileId);
            faults.require("fileName", fileName != null && !fileName.isEmpty(), Faults.BLANK);
            if (fileName != null && !fileName.isEmpty()) {
                FileName.faultOf(fileName).ifPresent(fault -> faults.require("fileName", false, fault));
            }
            return faults.areNone() ? Optional.empty() : Optional.of(faults.told());
        }
    }

    @Override
    public Optional<String> faults() {
        List<String> told = new ArrayList<>();
        Faults faults = new Faults();
        faults.uuid("operatorId", operatorId);
        faults.uuidOrNull("cfpCertificationId", cfpCertificationId);
        faults.uuid("traceId", traceId);
        faults.textOrNull("cfpCertificationDescription", description, CertificateLimits.LONGEST_DESCRIPTION);
        List<Item> items = Objects.requireNonNullElse(fileInfo, List.of());
        faults.require("cfpCertificationFileInfo", !items.isEmpty(), Faults.BLANK);
        faults.require(
                "cfpCertificationFileInfo",
                items.size() <= CertificateLimits.MOST_FILES,
                "the length must be no more than " + CertificateLimits.MOST_FILES);
        if (!faults.areNone()) {
            told.add(faults.told());
        }
        for (int i = 0; i < items.size(); i++) {
            String place = "cfpCertificationFileInfo[" + i + "]: (";
            items.get(i).faults().ifPresent(fault -> told.add(place + fault + ")"));
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(Faults.joined(told));
    }

    /** Call it, as what follows, when there are no faults. */
    public TraceId trace() {
        return TraceId.of(Objects.requireNonNull(traceId));
    }

    public Optional<UUID> certificationId() {
        return Optional.ofNullable(cfpCertificationId).map(UUID::fromString);
    }

    /** By their ids, in the order in which they were sent. */
    public Map<UUID, FileName> files() {
        Map<UUID, FileName> files = new LinkedHashMap<>();
        Objects.requireNonNull(fileInfo)
                .forEach(item -> files.put(
                        UUID.fromString(Objects.requireNonNull(item.fileId())),
                        new FileName(Objects.requireNonNull(item.fileName()))));
        return files;
    }
}
