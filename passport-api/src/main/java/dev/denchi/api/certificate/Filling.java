package dev.denchi.api.certificate;

import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.Refused.Reason;
import dev.denchi.model.certificate.CertificateLimits;
import dev.denchi.model.certificate.FileName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Puts files into a certificate, as far as they fit. A file that is in it already, under its name and with its bytes, is not there twice. */
final class Filling {
    private final CertificateRow row;
    private final List<CertificateFileRow> inIt;
    private final List<CertificateFileRow> uploaded;
    private final Map<UUID, FileName> names;

    /**
     * @param inIt those that were there before
     * @param uploaded those of the operator that were named
     * @param names as they were named
     */
    Filling(
            CertificateRow row,
            List<CertificateFileRow> inIt,
            List<CertificateFileRow> uploaded,
            Map<UUID, FileName> names) {
        this.row = row;
        this.inIt = new ArrayList<>(inIt);
        this.uploaded = uploaded;
        this.names = names;
    }

    /** @throws Unfit with all that is wrong; @throws Refused when a file is not the operator's */
    void fill(Instant now) {
        Unfit.ifAny(faults());
        for (UUID id : names.keySet()) {
            CertificateFileRow file = of(id);
            if (inIt.stream().noneMatch(other -> other.equals(file) || isSame(other, file))) {
                file.isIn(row, now);
                inIt.add(file);
            }
        }
        Unfit.ifAny(tooMuch());
    }

    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        int place = 0;
        for (Map.Entry<UUID, FileName> named : names.entrySet()) {
            CertificateFileRow file = of(named.getKey());
            String where = "cfpCertificationFileInfo[" + place++ + "]: (";
            if (!file.name.equals(named.getValue().value())) {
                faults.add(where + "fileName: must be '" + file.name + "', under which it was uploaded.)");
            }
            if (file.contentId == null) {
                faults.add(where + "fileId: is not uploaded yet.)");
            }
            if (file.certificateId != null && !file.certificateId.equals(row.certificateId)) {
                faults.add(where + "fileId: is in the certificate of another part.)");
            }
        }
        return faults;
    }

    private List<String> tooMuch() {
        List<String> faults = new ArrayList<>();
        if (inIt.size() > CertificateLimits.MOST_FILES) {
            faults.add("cfpCertificationFileInfo: the certificate would have " + inIt.size()
                    + " files, and may have no more than " + CertificateLimits.MOST_FILES);
        }
        long bytes = inIt.stream().mapToLong(CertificateFileRow::bytes).sum();
        if (bytes > CertificateLimits.MOST_BYTES) {
            faults.add("cfpCertificationFileInfo: the certificate would have " + bytes
                    + " bytes, and may have no more than " + CertificateLimits.MOST_BYTES);
        }
        return faults;
    }

    private CertificateFileRow of(UUID id) {
        return uploaded.stream()
                .filter(file -> file.fileId.equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.NO_SUCH_FILE));
    }

    private static boolean isSame(CertificateFileRow one, CertificateFileRow other) {
        return !one.fileId.equals(other.fileId)
                && one.name.equals(other.name)
                && Objects.equals(one.sha256, other.sha256);
    }

    Certificate certificate() {
        return row.toDomain(inIt);
    }
}
