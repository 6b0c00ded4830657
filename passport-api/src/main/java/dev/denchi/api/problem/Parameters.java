package dev.denchi.api.problem;

import dev.denchi.model.identifier.OperatorId;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what callers put into addresses, or refuses it by its name. */
public final class Parameters {
    /** Of four digits: of others no database can make sense. */
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}-");

    private Parameters() {}

    public static Instant moment(String name, @Nullable String text) {
        try {
            if (hasYear(text)) {
                return OffsetDateTime.parse(text).toInstant();
            }
        } catch (DateTimeException e) {
            // told below, as a year out of range is
        }
        throw Rejected.because(
                ProblemType.MALFORMED_REQUEST,
                name + " is a time of ISO 8601 with offset, such as 2027-02-18T00:00:00Z");
    }

    /** Whether a time begins with a year of which a database can make sense. */
    public static boolean hasYear(@Nullable String text) {
        return text != null && YEAR.matcher(text).lookingAt();
    }

    /**
     * Whoever means yes and is understood as no gets what he cannot take back. So the address itself is asked: to the framework a name without a
     * value, which many write for yes, is not there.
     */
    public static boolean flag(UriInfo address, String name) {
        String text = address.getQueryParameters().getFirst(name);
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw Rejected.because(ProblemType.MALFORMED_REQUEST, name + " is true or false, and not: " + text);
    }

    /** How many are asked for at most: 1 to {@code most}, which is below ten thousand. */
    public static int limit(String text, int most) {
        if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > most) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, "limit is a number from 1 to " + most);
        }
        return Integer.parseInt(text);
    }

    public static OperatorId operator(String text) {
        try {
            return new OperatorId(text);
        } catch (IllegalArgumentException e) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, e.getMessage());
        }
    }
}
