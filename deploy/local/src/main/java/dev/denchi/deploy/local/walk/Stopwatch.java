package dev.denchi.deploy.local.walk;

/** Time since the last lap. */
final class Stopwatch {

    private long last = System.nanoTime();

    String lap() {
        long now = System.nanoTime();
        long millis = (now - last) / 1_000_000;
        last = now;
        return " (" + millis + " ms)";
    }
}
