package dev.denchi.deploy.local.stack;

import static dev.denchi.deploy.local.secrets.DataspaceKeys.CONSUMER;
import static dev.denchi.deploy.local.secrets.DataspaceKeys.PROVIDER;

import dev.denchi.deploy.local.secrets.Person;
import dev.denchi.deploy.local.secrets.Secrets;
import dev.denchi.deploy.servers.HomeLock;
import dev.denchi.deploy.servers.LocalServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The servers, the service and both connectors, started in this order and stopped in reverse. */
public final class Stack implements AutoCloseable {

    private final Folders folders;
    private final Console console;
    private final Started started = new Started();
    private final List<Service> services = new ArrayList<>();

    public Stack(Folders folders, Console console) {
        this.folders = folders;
        this.console = console;
    }

    /** Returns when everything can be used. */
    public Addresses start(Ports wanted) throws Exception {
        started.start(() -> HomeLock.claim(folders.home()));
        folders.create();
        new Leftovers(folders.run()).stopAll();
        IssuerPort issuerPort = new IssuerPort(folders.home());
        Ports ports = wanted.withApi(issuerPort.wanted(wanted.api())).chosen();
        issuerPort.keep(ports.api());
        Secrets secrets = Secrets.in(folders.secrets());
        LocalServers servers = servers(ports);

        PassportApi api = new PassportApi(ports.api());
        Connector provider = new Connector(PROVIDER, "connector-provider", "connector", ports.provider());
        Connector consumer = new Connector(CONSUMER, "connector-platform", "platform", ports.consumer());
        start(api.program(folders, secrets, servers));
        start(provider.program(folders, secrets, servers.postgres(), offering(api, secrets)));
        start(consumer.program(folders, secrets, servers.postgres(), Map.of()));
        for (Service service : services) {
            console.ready(service.name(), service.address(), service.awaitReady());
        }
        return new Addresses(api.address(), servers, provider, consumer, secrets);
    }

    /** Completes with a sentence as soon as one of the services has ended by itself. */
    public CompletableFuture<Object> brokenBy() {
        return CompletableFuture.anyOf(services.stream().map(Service::ended).toArray(CompletableFuture[]::new));
    }

    /** Whether there is anything that a user would miss. */
    public boolean hasStarted() {
        return !services.isEmpty();
    }

    public boolean isClosed() {
        return started.isClosed();
    }

    @Override
    public void close() {
        started.close();
    }

    private LocalServers servers(Ports ports) throws Exception {
        console.say("Starting PostgreSQL and Kafka, then the service and both connectors");
        long begin = System.nanoTime();
        LocalServers servers = started.start(() -> LocalServers.start(folders.home(), ports.postgres(), ports.kafka()));
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        console.ready("PostgreSQL", "127.0.0.1:" + servers.postgres().port(), took);
        console.ready("Kafka", servers.kafka().bootstrapServers(), took);
        return servers;
    }

    private void start(Program program) throws Exception {
        services.add(started.start(() -> Service.start(program, folders)));
    }

    /** What only the provider's connector needs: it offers what the service has, and lets platforms pull it. */
    private static Map<String, String> offering(PassportApi api, Secrets secrets) {
        return Map.of(
                "denchi.api.url", api.address().toString(),
                "denchi.api.public-url", api.address().toString(),
                "denchi.api.key", secrets.apiKeys().of(Person.CONNECTOR),
                "denchi.token.key-file",
                        secrets.dataspace().pullTokens().privateFile().toString());
    }
}
