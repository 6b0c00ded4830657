package dev.denchi.connector.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Who takes part, with which roles and keys. */
final class Dataspace {

    private final Path folder;
    private final Map<String, ECKey> keys = new LinkedHashMap<>();
    private final List<Map<String, Object>> participants = new ArrayList<>();

    Dataspace(Path folder) {
        this.folder = folder;
    }

    Dataspace with(String id, String... roles) throws JOSEException, IOException {
        var key = newKey(id);
        keys.put(id, key);
        Files.writeString(keyFile(id), key.toJSONString());
        participants.add(
                Map.of("id", id, "roles", List.of(roles), "jwks", new JWKSet(key.toPublicJWK()).toJSONObject()));
        Files.writeString(
                participantsFile(), new ObjectMapper().writeValueAsString(Map.of("participants", participants)));
        return this;
    }

    static ECKey newKey(String name) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(name + "-1").generate();
    }

    ECKey keyOf(String id) {
        return Objects.requireNonNull(keys.get(id));
    }

    Path keyFile(String id) {
        return folder.resolve(id + ".jwk");
    }

    Path participantsFile() {
        return folder.resolve("participants.json");
    }

    Path folder() {
        return folder;
    }
}
