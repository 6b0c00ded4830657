package dev.denchi.deploy.local;

import dev.denchi.deploy.local.stack.Addresses;
import dev.denchi.deploy.local.stack.Console;
import dev.denchi.deploy.local.stack.Folders;
import dev.denchi.deploy.local.stack.Stack;
import dev.denchi.deploy.local.walk.Walk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Starts the stack, walks through it, and stays up until Ctrl-C, or not. */
public final class Main {

    private static final int STARTED_NOTHING = 2;

    private Main() {}

    public static void main(String[] words) {
        Options options;
        try {
            options = Options.parse(List.of(words), repository());
        } catch (Options.Misunderstood e) {
            System.err.println(e.getMessage() + " --help shows what there is.");
            System.exit(STARTED_NOTHING);
            return;
        }
        if (options.help()) {
            System.out.print(Options.USAGE);
        } else {
            System.exit(run(options, new Console(System.out)));
        }
    }

    private static int run(Options options, Console console) {
        Folders folders = new Folders(repository(), options.home());
        Stack stack = new Stack(folders, console);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopped(stack, console), "stop"));
        try {
            Addresses addresses = stack.start(options.ports());
            Path environment = addresses.writeEnvironmentFile(folders);
            console.say("Ready after " + Console.seconds(sinceBegin()) + ". Addresses and keys: " + environment);
            Walk.Outcome outcome = new Walk(addresses, folders, console).run();
            console.say("From start to end of walk: " + Console.seconds(sinceBegin()));
            return options.once()
                    ? (outcome.held() ? 0 : 1)
                    : stayUp(stack, console, Guide.text(addresses, environment, outcome));
        } catch (Exception e) {
            if (!stack.isClosed()) {
                System.err.println(Reasons.of(e));
            }
            return STARTED_NOTHING;
        }
    }

    private static int stayUp(Stack stack, Console console, String guide) {
        console.say(guide);
        Object broken = stack.brokenBy().join();
        if (stack.isClosed()) {
            return 0;
        }
        console.say(broken.toString());
        return 1;
    }

    private static void stopped(Stack stack, Console console) {
        long begin = System.nanoTime();
        stack.close();
        if (stack.hasStarted()) {
            console.say("Stopped everything in " + Console.seconds(Duration.ofNanos(System.nanoTime() - begin)));
        }
    }

    /** Since the script began, its build included. */
    private static Duration sinceBegin() {
        String began = System.getenv("DENCHI_BEGAN");
        Instant begin = began == null
                ? ProcessHandle.current().info().startInstant().orElse(Instant.now())
                : Instant.ofEpochSecond(Long.parseLong(began));
        return Duration.between(begin, Instant.now());
    }

    private static Path repository() {
        return Path.of(System.getProperty("denchi.repository", "")).toAbsolutePath();
    }
}
