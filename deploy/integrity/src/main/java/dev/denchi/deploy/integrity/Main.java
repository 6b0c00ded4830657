package dev.denchi.deploy.integrity;

import picocli.CommandLine;

/** Checks the database that its arguments name, and ends with what was found. */
public final class Main {
    /** The command was not understood, or something it needs cannot be used (sysexits.h). */
    static final int USAGE = 64;

    private Main() {}

    public static void main(String[] words) {
        System.exit(new CommandLine(new IntegrityCommand())
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    line.getErr().println(e.getMessage());
                    return USAGE;
                })
                .execute(words));
    }
}
