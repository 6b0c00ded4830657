package dev.denchi.api.serve;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.problem.Parameters;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.record.Records;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.PassportIdentifier;
import dev.denchi.model.identifier.ProductIdentifier;
import dev.denchi.model.passport.Subject;
import dev.denchi.model.passport.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers which passports there are for a set of product identifiers, a page at a time (EN 18222, 4.5: ids only). */
@Singleton
class ProductQuery {
    private static final int MOST_IDS = 1000;
    private static final int MOST_ON_A_PAGE = 1000;
    private static final int ON_A_PAGE = 100;

    private final Records records;

    ProductQuery(Records records) {
        this.records = records;
    }

    /** Pages are in the order of the passports' identifiers; a cursor says which was the last. */
    Uni<Map<String, Object>> page(byte[] body, @Nullable String limit, @Nullable String cursor) {
        List<ProductIdentifier> asked = asked(StrictJson.read(body));
        int most = limit(limit);
        String after = cursor == null ? "" : last(cursor);
        return records.passportsOf(asked, after, most + 1).map(found -> page(found, most));
    }

    private static Map<String, Object> page(List<Subject> found, int most) {
        List<String> ids = found.stream().limit(most).map(Subject::value).toList();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("dppIds", ids);
        if (found.size() > most) {
            page.put("nextCursor", cursor(ids.get(most - 1)));
        }
        return page;
    }

    /** The standard leaves the form of the question open: a bare array is understood too. */
    private static List<ProductIdentifier> asked(JsonNode query) {
        JsonNode ids = query.isArray() ? query : query.path("productIds");
        if (!ids.isArray() || ids.isEmpty() || ids.size() > MOST_IDS) {
            throw Rejected.because(
                    ProblemType.MALFORMED_REQUEST,
                    "send {\"productIds\": [...]} with 1 to " + MOST_IDS + " product identifiers");
        }
        List<ProductIdentifier> asked = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            try {
                asked.add(ProductIdentifier.parse(ids.get(i).asText()));
            } catch (IllegalArgumentException e) {
                violations.add(new Violation(
                        (query.isArray() ? "/" : "/productIds/") + i,
                        "product-identifier",
                        String.valueOf(e.getMessage())));
            }
        }
        if (!violations.isEmpty()) {
            throw Rejected.malformed(violations);
        }
        return asked;
    }

    private static int limit(@Nullable String text) {
        return text == null ? ON_A_PAGE : Parameters.limit(text, MOST_ON_A_PAGE);
    }

    private static String cursor(String last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.UTF_8));
    }

    private static String last(String cursor) {
        try {
            String last = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return PassportIdentifier.parse(last).toString();
        } catch (IllegalArgumentException e) {
            throw Rejected.because(
                    ProblemType.MALFORMED_REQUEST, "cursor is the nextCursor of the page before, as it was given");
        }
    }
}
