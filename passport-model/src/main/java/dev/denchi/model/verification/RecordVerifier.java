package dev.denchi.model.verification;

import dev.denchi.model.credential.MalformedToken;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.format.RecordSchemas;
import java.util.Optional;

/**
 * Checks a record's token against what the caller has. Keys and addresses inside the token are never followed.
 *
 * <p>Every question is asked even when an earlier one failed; one that cannot be told for that reason says so, and none passes that
 * rests on a signature which does not hold.
 */
public final class RecordVerifier {
    private final ContentChecks content;
    private final MassBalanceCheck massBalance;

    public RecordVerifier(RecordSchemas schemas) {
        this.content = new ContentChecks(schemas);
        this.massBalance = new MassBalanceCheck(this);
    }

    public Verification verify(String token, Given given) {
        Answers answers = new Answers();
        Optional<RecordToken> record = read(token, answers);
        record.ifPresent(found -> {
            SignatureChecks.ask(found, given, answers);
            content.ask(found, answers);
            answers.give(StatusCheck.of(found.header(), given));
            answers.give(PreviousVersionCheck.of(found.header(), given));
            answers.give(massBalance.of(found, given, answers));
        });
        return new Verification(record.orElse(null), answers.all());
    }

    private static Optional<RecordToken> read(String token, Answers answers) {
        try {
            RecordToken record = RecordToken.parse(token);
            answers.give(form(record));
            answers.give(Question.DISCLOSURES.passed(record.pointers().size()
                    + " disclosures, each with its digest in the token; " + record.undisclosed()
                    + " digests without one are attributes that were not shown, or decoys"));
            return Optional.of(record);
        } catch (MalformedToken e) {
            String reason = String.valueOf(e.getMessage());
            if (e.isInDisclosures()) {
                RecordToken record = RecordToken.parseWithoutDisclosures(token);
                answers.give(form(record));
                answers.give(Question.DISCLOSURES.failed(reason));
                return Optional.of(record);
            }
            answers.give(Question.FORM.failed(reason));
            return Optional.empty();
        }
    }

    private static Check form(RecordToken record) {
        return Question.FORM.passed("an SD-JWT of a " + record.header().kind().label() + " record, version "
                + record.header().version());
    }
}
