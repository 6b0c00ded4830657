package dev.denchi.deploy.verify;

import java.time.Clock;
import picocli.CommandLine;

/** Verifies what its arguments name, and ends with what was found. */
public final class Main {
    /** The command was not understood, or a file cannot be used (sysexits.h). */
    static final int USAGE = 64;

    private Main() {}

    public static void main(String[] words) {
        System.exit(commandLine(new VerifyCommand(Clock.systemUTC())).execute(words));
    }

    static CommandLine commandLine(VerifyCommand command) {
        return new CommandLine(command).setExecutionExceptionHandler((e, line, parsed) -> {
            if (e instanceof UnusableFile) {
                line.getErr().println(e.getMessage());
                return USAGE;
            }
            throw e;
        });
    }
}
