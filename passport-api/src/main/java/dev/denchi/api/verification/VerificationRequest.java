package dev.denchi.api.verification;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.problem.Parameters;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.model.format.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a stranger wants verified, and what he has besides.
 *
 * @param asOf the moment of judgement, {@code null} for now
 */
record VerificationRequest(
        String token,
        List<String> statusLists,
        List<String> earlierVersions,
        @Nullable Instant asOf) {
    private static final Set<String> MEMBERS = Set.of("token", "statusLists", "earlierVersions", "asOf");
    private static final int MOST = 16;

    static VerificationRequest ofToken(byte[] body) {
        return new VerificationRequest(new String(body, StandardCharsets.UTF_8).strip(), List.of(), List.of(), null);
    }

    /** @throws Rejected when it is no such request; what is wrong with a token is what the answer tells */
    static VerificationRequest read(byte[] body) {
        JsonNode json = StrictJson.read(body);
        if (!json.isObject() || !json.path("token").isTextual()) {
            throw malformed("the body is no JSON object with a token");
        }
        json.fieldNames().forEachRemaining(member -> {
            if (!MEMBERS.contains(member)) {
                throw malformed("\"" + member + "\" is not known");
            }
        });
        return new VerificationRequest(
                json.path("token").textValue(),
                texts(json, "statusLists"),
                texts(json, "earlierVersions"),
                asOf(json.path("asOf")));
    }

    private static List<String> texts(JsonNode json, String member) {
        JsonNode array = json.path(member);
        if (!array.isMissingNode() && !array.isArray() || array.size() > MOST) {
            throw malformed(member + " is no list of at most " + MOST + " texts");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode text : array) {
            if (!text.isTextual()) {
                throw malformed(member + " has what is no text");
            }
            texts.add(text.textValue());
        }
        return texts;
    }

    private static @Nullable Instant asOf(JsonNode moment) {
        if (moment.isMissingNode()) {
            return null;
        }
        try {
            if (Parameters.hasYear(moment.asText())) {
                return Instant.parse(moment.asText());
            }
        } catch (DateTimeParseException e) {
            // told below, as a year out of range is
        }
        throw malformed("asOf is no moment such as 2026-11-23T20:00:00Z");
    }

    private static Rejected malformed(String why) {
        return Rejected.because(
                ProblemType.MALFORMED_REQUEST,
                why + "; there are " + MEMBERS.stream().sorted().toList());
    }
}
