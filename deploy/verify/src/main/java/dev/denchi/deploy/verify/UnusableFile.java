package dev.denchi.deploy.verify;

/** A file that is not there or not what it should be; the message names it. */
final class UnusableFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableFile(String file, String why) {
        super(file + ": " + why);
    }
}
