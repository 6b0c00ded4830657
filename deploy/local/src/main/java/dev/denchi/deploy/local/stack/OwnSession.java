package dev.denchi.deploy.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts a service in a session of its own where the system can. Ctrl-C then reaches the launcher only, which stops the
 * services one after the other; without it they all stop at the same moment.
 */
final class OwnSession {

    private static final List<String> PREFIX = Stream.of("/usr/bin/setsid", "/bin/setsid")
            .filter(program -> Files.isExecutable(Path.of(program)))
            .limit(1)
            .toList();

    private OwnSession() {}

    static List<String> prefix() {
        return PREFIX;
    }
}
