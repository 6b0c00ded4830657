package dev.denchi.deploy.local.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A program of ours that runs in a JVM of its own.
 *
 * @param jvmOptions how its JVM is set; never a secret, for every user of the machine can read a command line
 * @param ready answers 200 as soon as the program can be used
 */
record Program(String name, Path jar, List<String> jvmOptions, URI ready) {}
