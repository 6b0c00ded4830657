package dev.denchi.deploy.verify;

import dev.denchi.model.credential.PinnedDocument;
import dev.denchi.model.evidence.EvidencePackage;
import dev.denchi.model.evidence.EvidenceVerification;
import dev.denchi.model.evidence.EvidenceVerification.Judged;
import dev.denchi.model.evidence.EvidenceVerification.PinnedBytes;
import dev.denchi.model.evidence.Manifest;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.verification.Check;
import dev.denchi.model.verification.Check.Result;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was found of an evidence package, for people and for programs. */
final class EvidenceReport {
    /** Which a terminal would obey. */
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}");

    private EvidenceReport() {}

    static String of(String file, EvidencePackage evidence, EvidenceVerification found) {
        Manifest manifest = evidence.manifest();
        Stream<String> own = Stream.concat(
                found.faults().stream().map(fault -> line(Result.FAILED, fault)),
                found.open().stream().map(open -> line(Result.INDETERMINATE, open)));
        return file + ": " + found.outcome() + "\n  evidence of " + manifest.passport() + ", as " + manifest.reader()
                + " of " + manifest.issuer() + " at " + manifest.exportedAt() + "\n"
                + Stream.of(
                                own,
                                found.records().stream().map(EvidenceReport::of),
                                found.documents().stream().map(EvidenceReport::of))
                        .flatMap(lines -> lines)
                        .collect(Collectors.joining("\n"));
    }

    static String json(EvidencePackage evidence, EvidenceVerification found) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("outcome", found.outcome().name());
        json.put("passport", evidence.manifest().passport());
        json.put("exportedAt", evidence.manifest().exportedAt().toString());
        json.put("faults", found.faults());
        json.put("open", found.open());
        json.put(
                "records",
                found.records().stream().map(each -> each.verification().json()).toList());
        json.put(
                "documents",
                found.documents().stream().map(EvidenceReport::json).toList());
        return new String(StrictJson.write(json), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> json(PinnedBytes document) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("operator", document.operator());
        json.put("sha256", document.pin().sha256());
        json.put("title", document.pin().title());
        json.put("url", document.pin().url());
        json.put("isIn", document.isIn());
        return json;
    }

    /** A record that holds takes one line; of another each check that does not. */
    private static String of(Judged judged) {
        String name = judged.record().entry()
                + (judged.isNewest() ? "" : " (an older version)")
                + (judged.record().revokedAt() == null
                        ? ""
                        : " (revoked " + judged.record().revokedAt() + ")");
        Stream<String> checks = judged.verification().checks().stream()
                .filter(check ->
                        judged.failed().contains(check) || judged.isNewest() && check.result() == Result.INDETERMINATE)
                .map(EvidenceReport::of);
        Result result = judged.failed().isEmpty() ? Result.PASSED : Result.FAILED;
        return Stream.concat(Stream.of(line(result, name)), checks).collect(Collectors.joining("\n"));
    }

    /** That it is not here is no answer to any question about the package; where to ask for it is said. */
    private static String of(PinnedBytes document) {
        PinnedDocument pin = document.pin();
        String name = "documents/" + pin.sha256() + " \""
                + CONTROLS.matcher(pin.title()).replaceAll("?") + "\"";
        return document.isIn()
                ? line(Result.PASSED, name)
                : "  %-14s  %s".formatted("ELSEWHERE", name + ", at " + pin.url());
    }

    private static String of(Check check) {
        return "      %-14s  %-16s  %s".formatted(check.result(), check.name(), check.reason());
    }

    private static String line(Result result, String what) {
        return "  %-14s  %s".formatted(result, what);
    }
}
