package dev.denchi.deploy.verify;

import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.verification.Verification;
import java.util.stream.Collectors;

/** What was found, for people. */
final class Report {
    private Report() {}

    static String of(String file, Verification found) {
        return file + ": " + found.outcome() + "\n" + said(found)
                + found.checks().stream()
                        .map(check -> "  %-14s  %-16s  %s".formatted(check.result(), check.name(), check.reason()))
                        .collect(Collectors.joining("\n"));
    }

    private static String said(Verification found) {
        if (found.record() == null) {
            return "";
        }
        RecordHeader header = found.record().header();
        return "  %s record of %s%n  version %d, said by %s at %s%n"
                .formatted(
                        header.kind().label(),
                        header.subject().value(),
                        header.version(),
                        header.issuer(),
                        header.issuedAt());
    }
}
