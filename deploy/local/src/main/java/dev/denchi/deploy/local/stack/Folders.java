package dev.denchi.deploy.local.stack;

import dev.denchi.deploy.local.secrets.SecretFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things are.
 *
 * @param repository the checkout that was built
 * @param home what the local stack keeps: data, keys, logs
 */
public record Folders(Path repository, Path home) {

    public Folders create() throws IOException {
        Files.createDirectories(home.resolve("logs"));
        Files.createDirectories(run());
        return this;
    }

    public Path examples() {
        return repository.resolve("openapi/examples");
    }

    public Path accessPolicy() {
        return repository.resolve("openapi/access-policy.json");
    }

    /** In the home itself, where a script expects it. */
    Path environmentFile(String content) throws IOException {
        return new SecretFiles(home).write("denchi.env", content);
    }

    Path secrets() {
        return home.resolve("secrets");
    }

    Path settings() {
        return home.resolve("settings");
    }

    Path log(String name) {
        return home.resolve("logs").resolve(name + ".log");
    }

    Path run() {
        return home.resolve("run");
    }

    Path tether() {
        return repository.resolve("deploy/local/target/local-tether.jar");
    }

    Path apiJar() {
        return repository.resolve("passport-api/target/quarkus-app/quarkus-run.jar");
    }

    Path connectorJar() {
        return repository.resolve("connector/target/denchi-connector.jar");
    }
}
