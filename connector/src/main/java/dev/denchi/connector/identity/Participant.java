package dev.denchi.connector.identity;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.Set;

/** A known participant of the dataspace: what it may be taken for, and the keys that speak for it. */
record Participant(String id, Set<String> roles, JWKSet keys) {

    Participant {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A participant has an id");
        }
        if (keys.getKeys().isEmpty()) {
            throw new IllegalArgumentException("Participant %s has no key".formatted(id));
        }
        if (keys.getKeys().stream().anyMatch(key -> key.isPrivate())) {
            throw new IllegalArgumentException("The list of participants holds a private key of %s".formatted(id));
        }
        roles = Set.copyOf(roles);
    }
}
