package dev.denchi.connector.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.eclipse.edc.spi.monitor.Monitor;
import org.eclipse.edc.spi.system.ConfigurationExtension;
import org.eclipse.edc.spi.system.configuration.Config;
import org.eclipse.edc.spi.system.configuration.ConfigFactory;
import org.jspecify.annotations.Nullable;

/**
 * What this artifact sets where its operator says nothing. EDC merges configuration sources in an order that depends
 * on the class path, so the operator's file is laid over the defaults here: whichever source is read last, the file wins.
 */
public final class ConnectorDefaults implements ConfigurationExtension {

    private static final String FILE_KEY = "edc.fs.config";
    private static final String CALLBACK_KEY = "edc.dsp.callback.address";

    private Config config = ConfigFactory.empty();

    @Override
    public String name() {
        return "Denchi defaults";
    }

    @Override
    public void initialize(Monitor monitor) {
        config = ConfigFactory.fromProperties(over(defaults(), System.getProperty(FILE_KEY)));
    }

    @Override
    public Config getConfig() {
        return config;
    }

    static Properties over(Properties defaults, @Nullable String file) {
        var merged = new Properties();
        merged.putAll(defaults);
        if (file != null && Files.exists(Path.of(file))) {
            try (var in = Files.newInputStream(Path.of(file))) {
                merged.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        }
        merged.putIfAbsent(
                CALLBACK_KEY,
                "http://127.0.0.1:%s%s"
                        .formatted(merged.get("web.http.protocol.port"), merged.get("web.http.protocol.path")));
        return merged;
    }

    static Properties defaults() {
        var defaults = new Properties();
        context(defaults, "web.http", "8180", "/api");
        context(defaults, "web.http.control", "8181", "/api/control");
        context(defaults, "web.http.management", "8182", "/api/management");
        context(defaults, "web.http.protocol", "8183", "/api/dsp");
        defaults.put("web.http.control.auth.type", "tokenbased");
        defaults.put("web.http.management.auth.type", "tokenbased");
        defaults.put("edc.sql.schema.autocreate", "true");
        // an exchange takes about ten turns of these loops; each turn is some thirty queries, so not shorter than
        // needed
        defaults.put("edc.negotiation.consumer.state-machine.iteration-wait-millis", "100");
        defaults.put("edc.negotiation.provider.state-machine.iteration-wait-millis", "100");
        defaults.put("edc.transfer.state-machine.iteration-wait-millis", "100");
        // the state machines repeat what failed; a person who asks for a catalogue should not wait a quarter of a
        // minute
        defaults.put("edc.core.retry.retries.max", "2");
        return defaults;
    }

    private static void context(Properties defaults, String prefix, String port, String path) {
        defaults.put(prefix + ".port", port);
        defaults.put(prefix + ".path", path);
    }
}
