package dev.denchi.deploy.local.stack;

import dev.denchi.deploy.local.secrets.SecretFiles;
import dev.denchi.deploy.local.secrets.Secrets;
import dev.denchi.deploy.servers.LocalPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One participant's connector.
 *
 * @param participant its id in the dataspace
 * @param name what we call the process
 * @param schema where it keeps its state
 * @param port the first of its five
 */
record Connector(String participant, String name, String schema, int port) {

    URI management() {
        return URI.create("http://127.0.0.1:%d/api/management".formatted(port + 2));
    }

    /** Where other participants send their messages, of version 2025-1 of the protocol. */
    URI dsp() {
        return URI.create(callback() + "/2025-1");
    }

    Program program(Folders folders, Secrets secrets, LocalPostgres postgres, Map<String, String> more)
            throws IOException {
        Map<String, String> settings = new TreeMap<>(more);
        settings.put("edc.participant.id", participant);
        // on its way out it waits for a sleeping policy monitor; a short sleep makes for a quick Ctrl-C
        settings.put("edc.policy.monitor.state-machine.iteration-wait-millis", "1000");
        settings.put("edc.hostname", "127.0.0.1");
        settings.put("denchi.listen", "127.0.0.1");
        contexts(settings, secrets);
        settings.put("edc.datasource.default.url", postgres.jdbcUrl(schema));
        settings.put("edc.datasource.default.user", postgres.username());
        settings.put("edc.datasource.default.password", postgres.password());
        settings.put(
                "denchi.participant.key-file",
                secrets.dataspace().participant(participant).privateFile().toString());
        settings.put(
                "denchi.participants.file",
                secrets.dataspace().participantsFile().toString());
        Path file = SettingsFile.write(SecretFiles.in(folders.settings()), name, settings);
        return new Program(
                name,
                folders.connectorJar(),
                List.of("-Xmx256m", "-Dedc.fs.config=" + file),
                URI.create("http://127.0.0.1:%d/api/check/readiness".formatted(port)));
    }

    private void contexts(Map<String, String> settings, Secrets secrets) {
        settings.put("web.http.port", Integer.toString(port));
        settings.put("web.http.path", "/api");
        context(settings, "control", 1);
        context(settings, "management", 2);
        settings.put("web.http.protocol.port", Integer.toString(port + 3));
        settings.put("web.http.protocol.path", "/api/dsp");
        context(settings, "version", 4);
        locked(settings, "control", secrets.controlKey(participant));
        locked(settings, "management", secrets.managementKey(participant));
        settings.put("edc.control.endpoint", "http://127.0.0.1:%d/api/control".formatted(port + 1));
        settings.put("edc.dsp.callback.address", callback());
    }

    private String callback() {
        return "http://127.0.0.1:%d/api/dsp".formatted(port + 3);
    }

    private void context(Map<String, String> settings, String context, int offset) {
        settings.put("web.http." + context + ".port", Integer.toString(port + offset));
        settings.put("web.http." + context + ".path", "/api/" + context);
    }

    private static void locked(Map<String, String> settings, String context, String key) {
        settings.put("web.http." + context + ".auth.type", "tokenbased");
        settings.put("web.http." + context + ".auth.key", key);
    }
}
