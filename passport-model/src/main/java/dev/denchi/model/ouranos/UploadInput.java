package dev.denchi.model.ouranos;

import dev.denchi.model.certificate.CertificateLimits;
import dev.denchi.model.certificate.FileName;
import dev.denchi.model.file.FileType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files that are about to be uploaded ({@code fileUploadUrl}), as they were sent. */
public record UploadInput(
        @Nullable String operatorId, @Nullable List<Item> fileInfo) implements Input {

    /** One of them. */
    public record Item(@Nullable String fileName, @Nullable String extension) {

        private Optional<String> faults() {
            Faults faults = new Faults();
            faults.require("fileName", fileName != null && !fileName.isEmpty(), Faults.BLANK);
            faults.require("extension", extension != null && !extension.isEmpty(), Faults.BLANK);
            if (fileName != null && !fileName.isEmpty()) {
                FileName.faultOf(fileName).ifPresent(fault -> faults.require("fileName", false, fault));
            }
            if (extension != null && !extension.isEmpty()) {
                requireSame(faults, extension);
            }
            return faults.areNone() ? Optional.empty() : Optional.of(faults.told());
        }

        private void requireSame(Faults faults, String said) {
            Optional<FileType> type = FileType.ofExtension(said);
            faults.require("extension", type.isPresent(), "cannot be allowed '" + said + "'");
            if (faults.areNone()) {
                faults.require("extension", name().type() == type.orElseThrow(), "must be the extension of fileName");
            }
        }

        private FileName name() {
            return new FileName(Objects.requireNonNull(fileName));
        }
    }

    @Override
    public Optional<String> faults() {
        List<String> told = new ArrayList<>();
        Faults faults = new Faults();
        faults.uuid("operatorId", operatorId);
        List<Item> items = Objects.requireNonNullElse(fileInfo, List.of());
        faults.require("fileInfo", !items.isEmpty(), Faults.BLANK);
        faults.require(
                "fileInfo",
                items.size() <= CertificateLimits.MOST_FILES,
                "the length must be no more than " + CertificateLimits.MOST_FILES);
        if (!faults.areNone()) {
            told.add(faults.told());
        }
        for (int i = 0; i < items.size(); i++) {
            String place = "fileInfo[" + i + "]: (";
            items.get(i).faults().ifPresent(fault -> told.add(place + fault + ")"));
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(Faults.joined(told));
    }

    /** Call it when there are no faults. */
    public List<FileName> names() {
        return Objects.requireNonNull(fileInfo).stream().map(Item::name).toList();
    }
}
