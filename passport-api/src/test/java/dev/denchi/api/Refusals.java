package dev.denchi.api;

import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What every refusal has to be, in either form. */
final class Refusals {
    private static final String CATALOGUE = "https://denchi.dev/problems#";

    private Refusals() {}

    /** A problem detail of the catalogue (RFC 9457). */
    static Response refused(Response answer, int status, String slug) {
        answer.then()
                .statusCode(status)
                .contentType(equalTo("application/problem+json"))
                .body("type", equalTo(CATALOGUE + slug))
                .body("status", equalTo(status))
                .body("title", not(blankOrNullString()))
                .body("detail", not(blankOrNullString()))
                .body("instance", notNullValue());
        requireInCatalogue(slug);
        return answer;
    }

    /** A Result of EN 18222. */
    static Response refusedByEn18222(Response answer, int status, String statusCode, String slug) {
        answer.then()
                .statusCode(status)
                .contentType(equalTo("application/json"))
                .body("statusCode", equalTo(statusCode))
                .body("message", hasSize(1))
                .body("message[0].messageType", equalTo("Error"))
                .body("message[0].code", equalTo(slug))
                .body("message[0].text", not(blankOrNullString()))
                .body("message[0].correlationId", not(blankOrNullString()))
                .body("message[0].timestamp", not(blankOrNullString()));
        requireInCatalogue(slug);
        return answer;
    }

    private static void requireInCatalogue(String slug) {
        try {
            String catalogue = Files.readString(Path.of("..", "openapi", "problems.md"));
            assertTrue(catalogue.contains("\n## " + slug + "\n"), () -> slug + " is not in problems.md");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
