package dev.denchi.deploy.local.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Who the two participants of the local dataspace are to each other, and what the service believes of the provider's. */
public record DataspaceKeys(SecretFiles files) {

    public static final String PROVIDER = "denchi";
    public static final String CONSUMER = "eu-platform";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a participant signs its protocol messages with. */
    public SigningKey participant(String id) {
        return SigningKey.kept(files, "participant-" + id);
    }

    /** What the provider's connector signs pull tokens with. */
    public SigningKey pullTokens() {
        return SigningKey.kept(files, "pull-tokens");
    }

    /** Against which the service checks pull tokens. */
    public Path pullTokenKeysFile() throws IOException {
        return files.write("pull-tokens.jwks.json", new JWKSet(pullTokens().publicJwk()).toString());
    }

    /** Each participant knows the other, and by what role. */
    public Path participantsFile() throws IOException {
        var participants = List.of(known(PROVIDER, "provider"), known(CONSUMER, "platform"));
        return files.write("participants.json", json(Map.of("participants", participants)));
    }

    private Map<String, Object> known(String id, String role) {
        JWKSet keys = new JWKSet(participant(id).publicJwk());
        return Map.of("id", id, "roles", List.of(role), "jwks", keys.toJSONObject());
    }

    private static String json(Object value) throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }
}
