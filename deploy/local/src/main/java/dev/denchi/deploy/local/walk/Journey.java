package dev.denchi.deploy.local.walk;

import dev.denchi.deploy.local.secrets.Person;
import dev.denchi.deploy.local.stack.Addresses;
import dev.denchi.deploy.local.stack.Folders;
import dev.denchi.model.access.AccessPolicy;
import dev.denchi.model.format.AccessPolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One walk: the stack it goes through, the battery it follows, and what a platform has pulled on the way. */
final class Journey {

    private final Addresses addresses;
    private final Folders folders;
    private final Battery battery;
    private final LifecycleTopic events;
    private List<String> pulledTokens = List.of();

    Journey(Addresses addresses, Folders folders, Battery battery, LifecycleTopic events) {
        this.addresses = addresses;
        this.folders = folders;
        this.battery = battery;
        this.events = events;
    }

    Addresses addresses() {
        return addresses;
    }

    Battery battery() {
        return battery;
    }

    LifecycleTopic events() {
        return events;
    }

    Service service() {
        return Service.anonymous(addresses.api().toString());
    }

    Service as(Person person) {
        return service().withKey(addresses.key(person));
    }

    Example example(String name) throws IOException {
        return Example.read(folders.examples().resolve(name + ".json"));
    }

    /** The chain of lots behind the example's recycled content, in the order in which it is posted. */
    List<String> chainOfLots() throws IOException {
        return Files.readAllLines(folders.examples().resolve("provenance/chain.ndjson"));
    }

    Path refusedExamples() {
        return folders.examples().resolve("refused");
    }

    AccessPolicy accessPolicy() {
        return AccessPolicyFile.bundled();
    }

    void pulled(List<String> tokens) {
        pulledTokens = List.copyOf(tokens);
    }

    List<String> pulledTokens() {
        Expect.that(!pulledTokens.isEmpty(), "nothing was pulled, so there is nothing to verify");
        return pulledTokens;
    }
}
