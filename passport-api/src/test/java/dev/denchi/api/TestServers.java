package dev.denchi.api;

import dev.denchi.deploy.servers.LocalServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PostgreSQL and Kafka, the people of the tests, and a connector's key: fresh for every test run. */
public final class TestServers implements QuarkusTestResourceLifecycleManager {
    static final int SECONDS_A_CALLER_IS_KNOWN = 2;
    static final int SECONDS_A_KEY_IS_KNOWN = 1;
    static final String SERVICE_PROVIDER = "https://id.gs1.org/417/4912399000004";

    private @Nullable LocalServers servers;
    private @Nullable OidcFixture provider;

    @Override
    public Map<String, String> start() {
        try {
            Path home = Files.createTempDirectory("denchi-test");
            servers = LocalServers.start(home.resolve("servers"));
            provider = OidcFixture.start();
            Map<String, String> settings = new HashMap<>(servers.quarkusConfig());
            settings.putAll(provider.settings());
            settings.put("denchi.public-url", "http://127.0.0.1:8081");
            settings.put("denchi.service-provider", SERVICE_PROVIDER);
            settings.put("denchi.sign.keystore", home.resolve("keys.p12").toString());
            settings.put("denchi.sign.keystore-password", "only-for-tests");
            settings.put("denchi.sign.keys-known-for", SECONDS_A_KEY_IS_KNOWN + "s");
            settings.put("denchi.sign.operators.\"hikari-motors\".algorithm", "ES384");
            settings.put("denchi.sign.operators.\"rhein-recycling\".algorithm", "EDDSA");
            settings.put("denchi.resolve.private-addresses", "true");
            settings.put("denchi.access.callers-file", write(home, "callers.json", People.callersFile()));
            settings.put("denchi.access.callers-known-for", SECONDS_A_CALLER_IS_KNOWN + "s");
            settings.put("denchi.audit.checkpoint", "300ms");
            settings.put("denchi.access.accounts-file", write(home, "accounts.json", Traders.accountsFile()));
            settings.put(
                    "denchi.ouranos.participants-file", write(home, "participants.json", Traders.participantsFile()));
            settings.put("denchi.dataspace.connector-keys", write(home, "connector.jwks", PullTokenFixture.jwks()));
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(Path home, String name, String content) throws IOException {
        return Files.writeString(home.resolve(name), content).toString();
    }

    @Override
    public void stop() {
        if (provider != null) {
            provider.close();
        }
        if (servers != null) {
            try {
                servers.close();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
