package dev.denchi.api.provenance;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which part of an answer is asked for. */
record Page(int offset, int limit) {
    private static final int MOST = 1000;
    private static final int FARTHEST = 1_000_000;

    /** @throws Rejected when either is no number in its range */
    static Page of(String offset, String limit) {
        return new Page(number("offset", offset, 0, FARTHEST), number("limit", limit, 1, MOST));
    }

    Map<String, String> links(String path, int total) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", at(path, offset));
        if (offset + limit < total) {
            links.put("next", at(path, offset + limit));
        }
        return links;
    }

    private String at(String path, int from) {
        return path + "?offset=" + from + "&limit=" + limit;
    }

    private static int number(String name, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a number out of range is
        }
        throw Rejected.because(
                ProblemType.MALFORMED_REQUEST,
                name + " is a number from " + least + " to " + most + ", not \"" + text + "\"");
    }
}
