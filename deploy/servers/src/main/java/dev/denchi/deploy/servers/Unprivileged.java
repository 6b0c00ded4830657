package dev.denchi.deploy.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How PostgreSQL's commands are run, which refuse to be root: as they are for an ordinary user, else in one of two ways. */
record Unprivileged(List<String> prefix, boolean ownsItsFiles) {

    private static final Unprivileged ALREADY = new Unprivileged(List.of(), false);
    /** A user namespace: root outside, nobody inside; files stay root's. */
    private static final Unprivileged NAMESPACE = new Unprivileged(List.of("unshare", "-U"), false);
    /** Where a container forbids namespaces: the user nobody, who must own what he writes. */
    static final Unprivileged NOBODY =
            new Unprivileged(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), true);

    /** The way that works for files under this folder. */
    static Unprivileged in(Path home) throws InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return ALREADY;
        }
        if (NAMESPACE.command("id").succeeds()) {
            return NAMESPACE;
        }
        if (NOBODY.command("test", "-x", home.toString()).succeeds()) {
            return NOBODY;
        }
        throw new IllegalStateException("PostgreSQL cannot run as root, and here neither `unshare -U` nor `setpriv` in "
                + home + " gives root away. Run this as another user, or choose a folder that others may enter.");
    }

    Command command(String... words) {
        return new Command(prefix, words);
    }

    /** Lets the unprivileged user write here. */
    void give(Path path) throws IOException, InterruptedException {
        if (ownsItsFiles) {
            new Command(List.of(), "chown", "65534:65534", path.toString()).run();
        }
    }
}
