package dev.denchi.api.access;

import dev.denchi.model.access.Reader;
import dev.denchi.model.identifier.OperatorId;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is as a reader of the records of one answer, which may be several operators'. Two with the same readership get
 * the same answer.
 *
 * @param general what he is to operators that are not his own
 * @param own his own operator, {@code null} when none of the records is its
 */
public record Readership(Reader general, @Nullable OperatorId own) {
    private static final Reader PUBLIC = Reader.inGroup("public");

    /** What he is as a reader of a record of this operator. */
    public Reader of(OperatorId owner) {
        return owner.equals(own) ? Reader.itsOperator() : general;
    }

    /** Whether everybody reads the same. */
    public boolean isPublic() {
        return own == null && general.equals(PUBLIC);
    }

    /** What sets its cut apart from another's, for entity tags: the same on every replica. */
    public String tag() {
        String points = general.points().stream()
                .map(point -> Integer.toString(point.number()))
                .sorted()
                .collect(Collectors.joining());
        return (general.group() == null ? points : general.group()) + (own == null ? "" : ":" + own);
    }
}
