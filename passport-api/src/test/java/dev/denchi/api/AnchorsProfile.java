package dev.denchi.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** A service that trusts one certification authority. */
public final class AnchorsProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            String pem = Files.writeString(
                            Files.createTempFile("seal-ca", ".pem"),
                            SealAuthority.trusted().pem())
                    .toString();
            return Map.of("denchi.environment", "development", "denchi.trust.anchors", pem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
