package dev.denchi.deploy.local.stack;

import dev.denchi.deploy.local.secrets.DataspaceKeys;
import dev.denchi.deploy.local.secrets.SecretFiles;
import dev.denchi.deploy.local.secrets.Secrets;
import dev.denchi.deploy.servers.LocalServers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The service, as the local stack runs it. */
record PassportApi(int port) {

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Program program(Folders folders, Secrets secrets, LocalServers servers) throws IOException {
        Map<String, String> settings = new TreeMap<>(servers.quarkusConfig());
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", Integer.toString(port));
        settings.put("denchi.environment", "development");
        settings.put("denchi.public-url", address().toString());
        settings.put("denchi.service-provider", "https://id.gs1.org/417/4912399000004");
        settings.put("denchi.sign.keystore", secrets.keystore().toString());
        settings.put("denchi.sign.keystore-password", secrets.keystorePassword());
        settings.put(
                "denchi.access.callers-file", secrets.apiKeys().callersFile().toString());
        settings.put(
                "denchi.access.accounts-file", secrets.accounts().accountsFile().toString());
        settings.put(
                "denchi.ouranos.participants-file",
                secrets.accounts().participantsFile().toString());
        settings.put(
                "denchi.dataspace.connector-keys",
                secrets.dataspace().pullTokenKeysFile().toString());
        settings.put("denchi.dataspace.issuer", DataspaceKeys.PROVIDER);
        Path file = SettingsFile.write(SecretFiles.in(folders.settings()), "passport-api", settings);
        return new Program(
                "passport-api",
                folders.apiJar(),
                List.of("-Xmx512m", "-Dquarkus.config.locations=" + file.toUri()),
                address().resolve("/q/health/ready"));
    }
}
