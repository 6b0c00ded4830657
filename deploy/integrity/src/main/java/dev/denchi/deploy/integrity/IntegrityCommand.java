package dev.denchi.deploy.integrity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.audit.Checkpoint;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.signature.CompactJws;
import dev.denchi.model.signature.PublishedKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What can be asked on the command line. */
@Command(
        name = "deploy/integrity/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnInvalidInput = Main.USAGE,
        exitCodeOnExecutionException = Main.USAGE,
        description = "Holds a database of the service against what was signed, and against its audit logs.",
        footer = {
            "",
            "Ends with 0 when every row fits, 1 when any does not, 64 when the command, a file or the database cannot be used."
        })
final class IntegrityCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--url",
            required = true,
            paramLabel = "JDBC",
            description = "The database, such as jdbc:postgresql://127.0.0.1:5432/denchi.")
    private String url = "";

    @Option(
            names = "--user",
            required = true,
            paramLabel = "NAME",
            description = "The owner of the tables or a superuser; the service's own user does not see all rows.")
    private String user = "";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Holds the password; without one PGPASSWORD is used.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "FILE",
            description =
                    "An operator's keys: its did:web document or JWK set, not from this database. Once for each operator.")
    private List<Path> keys = new ArrayList<>();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint of an audit log that was kept elsewhere. May be given several times.")
    private List<Path> checkpoints = new ArrayList<>();

    @Override
    public Integer call() throws IOException, SQLException {
        List<PublishedKeys> published = new ArrayList<>();
        for (Path file : keys) {
            published.add(published(file));
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (Connection connection = DriverManager.getConnection(url, user, password())) {
            asOfOneMoment(connection);
            List<Finding> findings = Integrity.check(connection, published, kept());
            findings.forEach(out::println);
            out.println(findings.isEmpty() ? "every row fits" : findings.size() + " findings");
            out.flush();
            return findings.isEmpty() ? 0 : 1;
        }
    }

    /** The service may go on writing. */
    private static void asOfOneMoment(Connection connection) throws SQLException {
        connection.setAutoCommit(false); // rows come by the hundred, not all at once
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    private String password() throws IOException {
        return passwordFile == null
                ? Objects.requireNonNullElse(System.getenv("PGPASSWORD"), "")
                : Files.readString(passwordFile).strip();
    }

    private Map<String, List<String>> kept() throws IOException {
        Map<String, List<String>> kept = new HashMap<>();
        for (Path file : checkpoints) {
            String token = Files.readString(file).strip();
            String operator =
                    Checkpoint.read(CompactJws.parse(token)).operator().value();
            kept.computeIfAbsent(operator, none -> new ArrayList<>()).add(token);
        }
        return kept;
    }

    private static PublishedKeys published(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            JsonNode json = StrictJson.read(bytes);
            return json.has("keys") ? PublishedKeys.ofJwks(bytes) : PublishedKeys.ofDidDocument(bytes);
        } catch (MalformedJson | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " is neither a DID document nor a JWK set: " + e.getMessage(), e);
        }
    }
}
