package dev.denchi.deploy.local.stack;

import dev.denchi.deploy.local.secrets.Person;
import dev.denchi.deploy.local.secrets.Secrets;
import dev.denchi.deploy.servers.LocalServers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the running stack is reached, and with which keys. */
public record Addresses(URI api, LocalServers servers, Connector provider, Connector consumer, Secrets secrets) {

    public String kafka() {
        return servers.kafka().bootstrapServers();
    }

    public String key(Person person) {
        return secrets.apiKeys().of(person);
    }

    public URI providerDsp() {
        return provider.dsp();
    }

    public String providerId() {
        return provider.participant();
    }

    public URI consumerManagement() {
        return consumer.management();
    }

    public String consumerManagementKey() {
        return secrets.managementKey(consumer.participant());
    }

    /** For scripts: a file that a shell can source. */
    public Path writeEnvironmentFile(Folders folders) throws IOException {
        return folders.environmentFile(environment().entrySet().stream()
                .map(entry -> entry.getKey() + "='" + entry.getValue() + "'")
                .collect(Collectors.joining("\n")));
    }

    private Map<String, Object> environment() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("DENCHI_API", api);
        all.put("DENCHI_KAFKA", kafka());
        all.put("DENCHI_PROVIDER_MANAGEMENT", provider.management());
        all.put("DENCHI_PROVIDER_MANAGEMENT_KEY", secrets.managementKey(provider.participant()));
        all.put("DENCHI_PROVIDER_DSP", providerDsp());
        all.put("DENCHI_CONSUMER_MANAGEMENT", consumerManagement());
        all.put("DENCHI_CONSUMER_MANAGEMENT_KEY", consumerManagementKey());
        all.put(
                "DENCHI_JDBC",
                "%s?user=%s&password=%s"
                        .formatted(
                                servers.postgres().jdbcUrl(),
                                servers.postgres().username(),
                                servers.postgres().password()));
        for (Person person : Person.values()) {
            all.put("DENCHI_KEY_" + person.name(), key(person));
        }
        all.put("DENCHI_OURANOS_ACCOUNT", secrets.accounts().account(Person.CELL_MAKER));
        all.put("DENCHI_OURANOS_PASSWORD", secrets.accounts().password(Person.CELL_MAKER));
        all.put("DENCHI_PID", ProcessHandle.current().pid());
        return all;
    }
}
