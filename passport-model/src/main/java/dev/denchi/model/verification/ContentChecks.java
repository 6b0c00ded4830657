package dev.denchi.model.verification;

import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.format.RecordDraft;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Violation;
import dev.denchi.model.passport.rule.PassportRules;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is disclosed, against its schema and the rules. What was cut out is missing, no fault. */
final class ContentChecks {
    private static final String NOT_KNOWN = "which attributes are the record's is not known";

    private final RecordReader reader;

    ContentChecks(RecordSchemas schemas) {
        this.reader = new RecordReader(schemas);
    }

    void ask(RecordToken record, Answers answers) {
        if (answers.hasFailed(Question.DISCLOSURES)) {
            answers.give(Question.SCHEMA.indeterminate(NOT_KNOWN));
            answers.give(Question.RULES.indeterminate(NOT_KNOWN));
            return;
        }
        Set<String> disclosed = record.pointers();
        RecordDraft draft = reader.read(record.header().kind(), record.attributes());
        Predicate<Violation> cutOut = violation -> isCutOut(violation, disclosed);
        answers.give(schema(record.header().kind(), those(draft.violations(), cutOut.negate())));

        LocalDate day = record.header().issuedAt().atZone(ZoneOffset.UTC).toLocalDate();
        List<Violation> breaches = PassportRules.judgeByItself(draft.content(), day);
        Predicate<Violation> clear = breach -> isInside(breach.pointer(), disclosed);
        answers.give(rules(those(breaches, clear), those(breaches, clear.negate()), those(draft.violations(), cutOut)));
    }

    private static Check schema(RecordKind kind, List<Violation> violations) {
        return violations.isEmpty()
                ? Question.SCHEMA.passed("what is disclosed has the form of " + RecordSchemas.schemaOf(kind))
                : Question.SCHEMA.failed(told(violations));
    }

    /** A rule that misses something which was cut out is broken by nobody. */
    private static Check rules(List<Violation> broken, List<Violation> unclear, List<Violation> cutOut) {
        if (!broken.isEmpty()) {
            return Question.RULES.failed(told(broken));
        }
        if (!unclear.isEmpty() || !cutOut.isEmpty()) {
            return Question.RULES.indeterminate("rules about what is not disclosed could not be judged: "
                    + Stream.concat(unclear.stream(), cutOut.stream())
                            .map(Violation::pointer)
                            .collect(Collectors.joining(", ")));
        }
        return Question.RULES.passed(
                "what is disclosed breaks no rule; what is not disclosed, and other records, were not looked at");
    }

    /** Something is missing that every record of its kind has, and not within what is disclosed. */
    private static boolean isCutOut(Violation violation, Set<String> disclosed) {
        return violation.rule().equals("schema:required") && !isInside(violation.pointer(), disclosed);
    }

    private static List<Violation> those(List<Violation> violations, Predicate<Violation> which) {
        return violations.stream().filter(which).toList();
    }

    private static boolean isInside(String pointer, Set<String> disclosed) {
        for (int end = pointer.length(); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
            if (disclosed.contains(pointer.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private static String told(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.pointer() + ": " + violation.message())
                .collect(Collectors.joining("; "));
    }
}
