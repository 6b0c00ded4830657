package dev.denchi.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Another service elsewhere: other operators, an address and a provider of its own, and it believes sakura-cells' keys. */
public final class SecondInstanceProfile implements QuarkusTestProfile {
    static final String PROVIDER = "https://id.gs1.org/417/4912377000009";

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path callers = Files.createTempFile("denchi-second", ".json");
            Files.writeString(callers, People.callersFileWithout("sakura-cells"));
            return Map.of(
                    "denchi.ouranos.participants-file",
                    "", // they are operators of the first instance
                    "denchi.public-url",
                    "https://backup.example",
                    "denchi.service-provider",
                    PROVIDER,
                    "denchi.access.callers-file",
                    callers.toString(),
                    "denchi.evidence.trusted-issuers",
                    Handed.TRUSTED.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
