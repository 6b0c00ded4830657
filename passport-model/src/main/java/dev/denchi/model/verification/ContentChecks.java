package dev.denchi.model.verification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.passport.PassportRules;
import dev.denchi.model.passport.Violation;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is disclosed, against its schema and the rules. What was cut out is missing, no fault. */
final class ContentChecks {
    private final RecordReader reader;

    ContentChecks(RecordSchemas schemas) {
        this.reader = new RecordReader(schemas);
    }

    Check schema(RecordToken record, Answers answers) {
        if (answers.hasFailed(Question.DISCLOSURES)) {
            return Question.SCHEMA.indeterminate("which attributes are the record's is not known");
        }
        List<Violation> violations =
                formal(record).stream().filter(Predicate.not(missing(record))).toList();
        return violations.isEmpty()
                ? Question.SCHEMA.passed("what is disclosed has the form of "
                        + RecordSchemas.schemaOf(record.header().kind()))
                : Question.SCHEMA.failed(told(violations));
    }

    Check rules(RecordToken record, Answers answers) {
        if (answers.hasFailed(Question.DISCLOSURES)) {
            return Question.RULES.indeterminate("which attributes are the record's is not known");
        }
        LocalDate day = record.header().issuedAt().atZone(ZoneOffset.UTC).toLocalDate();
        ObjectNode attributes = record.attributes();
        var content = RecordReader.content(record.header().kind(), attributes);
        List<Violation> breaches = PassportRules.judgeByItself(content, day);
        List<Violation> certain = breaches.stream()
                .filter(breach -> isInside(record, breach.pointer()))
                .toList();
        if (!certain.isEmpty()) {
            return Question.RULES.failed(told(certain));
        }
        List<String> hidden = formal(record).stream()
                .filter(missing(record))
                .map(Violation::pointer)
                .toList();
        if (!hidden.isEmpty() || !breaches.isEmpty()) {
            return Question.RULES.indeterminate("rules about what is not disclosed could not be judged: "
                    + (hidden.isEmpty() ? told(breaches) : String.join(", ", hidden)));
        }
        return Question.RULES.passed(
                "what is disclosed breaks no rule; what is not disclosed, and other records, were not looked at");
    }

    private List<Violation> formal(RecordToken record) {
        return reader.read(record.header().kind(), record.attributes()).violations();
    }

    /** Something is not there, and not within what is disclosed: it was cut out. */
    private static Predicate<Violation> missing(RecordToken record) {
        return violation -> violation.rule().equals("schema:required") && !isInside(record, violation.pointer());
    }

    private static boolean isInside(RecordToken record, String pointer) {
        return record.pointers().stream().anyMatch(disclosed -> (pointer + "/").startsWith(disclosed + "/"));
    }

    private static String told(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.pointer() + ": " + violation.message())
                .collect(Collectors.joining("; "));
    }
}
