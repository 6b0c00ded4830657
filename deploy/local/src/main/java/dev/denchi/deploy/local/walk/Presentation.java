package dev.denchi.deploy.local.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A W3C Verifiable Presentation of enveloped credentials. */
final class Presentation {

    private static final String ENVELOPE = "data:application/vc+sd-jwt,";

    private Presentation() {}

    /** The tokens in it, as they were signed. */
    static List<String> tokens(Answer answer) {
        List<String> tokens = new ArrayList<>();
        for (JsonNode credential : answer.json().path("verifiableCredential")) {
            String id = credential.path("id").asText();
            Expect.that(
                    id.startsWith(ENVELOPE), "%s holds a credential that is not enveloped: %s", answer.request(), id);
            tokens.add(id.substring(ENVELOPE.length()));
        }
        Expect.that(!tokens.isEmpty(), "%s brought no credential: %s", answer.request(), answer.body());
        return tokens;
    }
}
