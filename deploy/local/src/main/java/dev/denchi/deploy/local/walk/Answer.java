package dev.denchi.deploy.local.walk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.StrictJson;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What a server answered. */
record Answer(String request, int status, String body, Optional<String> location) {

    static Answer of(HttpResponse<String> response) {
        String request = response.request().method() + " " + response.request().uri();
        return new Answer(
                request,
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Location"));
    }

    /** This answer, if it has that status. */
    Answer expecting(int expected) {
        Expect.that(status == expected, "%s was answered %d, not %d: %s", request, status, expected, beginning());
        return this;
    }

    JsonNode json() {
        try {
            return StrictJson.read(body);
        } catch (MalformedJson e) {
            throw new Expect.Failed(request + " was not answered in JSON: " + beginning());
        }
    }

    private String beginning() {
        return body.length() <= 600 ? body : body.substring(0, 600) + " ...";
    }
}
