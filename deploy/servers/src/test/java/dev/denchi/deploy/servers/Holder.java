package dev.denchi.deploy.servers;

import java.nio.file.Path;

/** A process of its own that starts the servers, writes to both, says so, and then waits to be killed. */
final class Holder {

    private Holder() {}

    public static void main(String[] words) throws Exception {
        try (LocalServers servers = LocalServers.start(Path.of(words[0]))) {
            Notes.in(servers.postgres()).write("before the kill");
            Messages.at(servers.kafka()).send("before the kill");
            System.out.println(servers.postgres().processId());
            Thread.currentThread().join();
        }
    }
}
