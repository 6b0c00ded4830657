package dev.denchi.api.tenant;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for. */
record Page(int offset, int limit) {
    private static final int MOST = 1000;
    private static final int FARTHEST = 1_000_000;

    static Page of(String offset, String limit) {
        return new Page(number(offset, 0, FARTHEST), number(limit, 1, MOST));
    }

    Response answer(String name, List<Map<String, Object>> entries, long total) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(name, entries);
        page.put("total", total);
        return Response.ok(page).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    /** @throws Rejected when it is none; one that merely looks strange to us was never given out either */
    static UUID uuid(String text) {
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, "an id here is a UUID in lower case");
        }
        return UUID.fromString(text);
    }

    private static int number(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw Rejected.because(
                ProblemType.MALFORMED_REQUEST, "\"" + text + "\" is no number from " + least + " to " + most);
    }
}
