package dev.denchi.deploy.verify;

import dev.denchi.model.audit.AuditExport;
import dev.denchi.model.audit.AuditVerifier;
import dev.denchi.model.evidence.EvidencePackage;
import dev.denchi.model.evidence.EvidenceVerification;
import dev.denchi.model.evidence.EvidenceVerifier;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.trust.TrustAnchors;
import dev.denchi.model.verification.Check.Result;
import dev.denchi.model.verification.Given;
import dev.denchi.model.verification.RecordVerifier;
import dev.denchi.model.verification.Verification;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What can be asked on the command line. */
@Command(
        name = "deploy/verify/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnInvalidInput = Main.USAGE,
        exitCodeOnExecutionException = Main.USAGE,
        description = "Verifies records of battery passports, offline, and prints every check.",
        footer = {
            "",
            "Ends with 0 when every check passed or did not apply, 1 when any failed, 2 when none failed and any was"
                    + " left",
            "open, 64 when the command or a file cannot be used."
        })
final class VerifyCommand implements Callable<Integer> {
    private final RecordSchemas schemas = new RecordSchemas();
    private final RecordVerifier verifier = new RecordVerifier(schemas);
    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "An issuer's keys: its did:web document or its JWK set. May be given several times.")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description =
                    "Trust anchors for certificates: PEM, or an EU trusted list (XML). May be given several times.")
    private List<String> trust = new ArrayList<>();

    @Option(
            names = "--trust-signer",
            paramLabel = "FILE",
            description = "The certificate (PEM) that must have signed the trusted lists.")
    private @Nullable String trustSigner;

    @Option(names = "--status", paramLabel = "FILE", description = "A signed status list. May be given several times.")
    private List<String> status = new ArrayList<>();

    @Option(
            names = "--previous",
            paramLabel = "FILE",
            description = "The token of an earlier version. May be given several times.")
    private List<String> previous = new ArrayList<>();

    @Option(
            names = "--lots",
            paramLabel = "FILE",
            description =
                    "Tokens of the lots, transformations and transfers behind a recycled content, one a line. May be"
                            + " given several times.")
    private List<String> lots = new ArrayList<>();

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "Judge as of this moment, such as 2026-11-23T20:00:00Z, instead of now.")
    private @Nullable Instant asOf;

    @Option(
            names = "--audit",
            paramLabel = "FILE",
            description =
                    "An exported audit log (NDJSON): finds rows that were changed, removed or put elsewhere. May be given several times.")
    private List<String> audit = new ArrayList<>();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint of the audit log that was kept elsewhere. May be given several times.")
    private List<String> checkpoints = new ArrayList<>();

    @Option(names = "--json", description = "Print the answer as JSON, one line a record.")
    private boolean json;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description =
                    "A token (application/vc+sd-jwt), a presentation of several (application/vp), or an evidence package (ZIP); - is standard input.")
    private List<String> files = new ArrayList<>();

    VerifyCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (files.isEmpty() && audit.isEmpty()) {
            throw new ParameterException(
                    line(), "name a file: a token, a presentation, a package, or a log with --audit");
        }
        Given given = given();
        PrintWriter out = line().getOut();
        List<Result> outcomes = new ArrayList<>();
        files.forEach(file -> outcomes.addAll(verified(file, given, out)));
        audit.forEach(file -> outcomes.add(auditLog(file, given, out)));
        out.flush();
        return exitStatus(outcomes);
    }

    private List<Result> verified(String file, Given given, PrintWriter out) {
        return Files.read(
                file,
                in -> Files.isArchive(in)
                        ? List.of(evidence(file, Files.evidence(file, in), given, out))
                        : tokens(file, Files.tokens(file, Files.bytes(file, in)), given, out));
    }

    private List<Result> tokens(String file, List<String> tokens, Given given, PrintWriter out) {
        List<Result> outcomes = new ArrayList<>();
        for (String token : tokens) {
            Verification found = verifier.verify(token, given);
            outcomes.add(found.outcome());
            print(file, found, out);
        }
        return outcomes;
    }

    /** Judged as of when it was made, unless somebody asks about another time: its status lists are of then. */
    private Result evidence(String file, EvidencePackage evidence, Given given, PrintWriter out) {
        Given then = asOf == null ? given.at(evidence.manifest().exportedAt()) : given;
        EvidenceVerification found = new EvidenceVerifier(schemas).verify(evidence, then);
        out.println(json ? EvidenceReport.json(evidence, found) : EvidenceReport.of(file, evidence, found));
        return found.outcome();
    }

    private Result auditLog(String file, Given given, PrintWriter out) {
        try {
            AuditVerifier found = AuditExport.verified(
                    Files.text(file).lines(),
                    checkpoints.stream().map(Files::text).toList(),
                    given.keys());
            out.println(file + ": " + found.rows() + " rows, signed up to row " + found.vouchedFor());
            found.findings().forEach(finding -> out.println("  FAILED  " + finding.what()));
            return found.findings().isEmpty() ? Result.PASSED : Result.FAILED;
        } catch (IllegalArgumentException e) {
            throw new UnusableFile(file, "no audit log: " + e.getMessage());
        }
    }

    private CommandLine line() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private Given given() {
        TrustAnchors anchors = trust.stream()
                .map(file -> Files.anchors(file, trustSigner))
                .reduce(TrustAnchors.none(), TrustAnchors::and);
        return Given.keys(keys.stream().map(Files::keys).toList(), asOf == null ? clock.instant() : asOf)
                .withAnchors(anchors)
                .withStatusLists(status.stream().map(Files::text).toList())
                .withEarlier(previous.stream()
                        .flatMap(file -> Files.tokens(file).stream())
                        .toList())
                .withLots(lots.stream()
                        .flatMap(file -> Files.tokens(file).stream())
                        .flatMap(String::lines)
                        .toList());
    }

    private void print(String file, Verification found, PrintWriter out) {
        out.println(json ? new String(StrictJson.write(found.json()), StandardCharsets.UTF_8) : Report.of(file, found));
    }

    private static int exitStatus(List<Result> outcomes) {
        if (outcomes.contains(Result.FAILED)) {
            return 1;
        }
        return outcomes.contains(Result.INDETERMINATE) ? 2 : 0;
    }
}
