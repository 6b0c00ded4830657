package dev.denchi.deploy.local.stack;

import dev.denchi.deploy.servers.Port;
import java.nio.file.Path;

/** A launcher of its own, to be killed: it starts a service, tells the service's process id, and waits. */
final class Launching {

    private Launching() {}

    public static void main(String[] words) throws Exception {
        Path home = Path.of(words[0]);
        try (Service service = Service.start(Answering.program(home, Port.free()), Answering.folders(home))) {
            service.awaitReady();
            System.out.println(service.processId());
            Thread.currentThread().join();
        }
    }
}
