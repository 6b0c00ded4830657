package dev.denchi.api.lifecycle;

import dev.denchi.api.access.Caller;
import dev.denchi.api.ingest.Receipt;
import dev.denchi.api.ingest.Submission;
import dev.denchi.api.ingest.together.IssuePassport;
import dev.denchi.api.serve.PassportAnswers.Form;
import dev.denchi.api.store.operator.Directory;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a passport of a document: the records in it that are not there yet are issued, all of them or none. */
@Singleton
class CreatePassport {
    private final Directory directory;
    private final IssuePassport issuePassport;

    CreatePassport(Directory directory, IssuePassport issuePassport) {
        this.directory = directory;
        this.issuePassport = issuePassport;
    }

    /** EN 18222, CreateDPP. */
    Uni<Receipt> create(byte[] body, Form form, Caller caller, @Nullable String key) {
        Submission submission = Submission.of(caller, "POST dpps " + form.name().toLowerCase(Locale.ROOT), key, body);
        PassportDocument document = PassportDocument.read(body, form);
        return directory
                .operator(caller.writingOperator())
                .map(operator -> document.faults(operator.economicOperatorId()))
                .flatMap(faults -> issuePassport.issue(document.groups(), faults, submission));
    }
}
