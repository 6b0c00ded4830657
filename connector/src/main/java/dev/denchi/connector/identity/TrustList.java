package dev.denchi.connector.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.edc.spi.EdcException;

/** The participants this connector talks to. Whoever is not on it is a stranger, and is refused. */
final class TrustList {

    private final Map<String, Participant> participants;

    private TrustList(Map<String, Participant> participants) {
        this.participants = Map.copyOf(participants);
    }

    static TrustList read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException | ParseException | IllegalArgumentException e) {
            throw new EdcException("The list of participants %s cannot be used: %s".formatted(file, e.getMessage()), e);
        }
    }

    static TrustList parse(String json) throws IOException, ParseException {
        var participants = new HashMap<String, Participant>();
        for (var entry : new ObjectMapper().readTree(json).path("participants")) {
            var participant = participant(entry);
            if (participants.put(participant.id(), participant) != null) {
                throw new IllegalArgumentException("participant %s is listed twice".formatted(participant.id()));
            }
        }
        return new TrustList(participants);
    }

    private static Participant participant(JsonNode entry) throws ParseException {
        Set<String> roles = new HashSet<>();
        entry.path("roles").forEach(role -> roles.add(role.asText()));
        return new Participant(
                entry.path("id").asText(),
                roles,
                JWKSet.parse(entry.path("jwks").toString()));
    }

    Optional<Participant> find(String id) {
        return Optional.ofNullable(participants.get(id));
    }
}
