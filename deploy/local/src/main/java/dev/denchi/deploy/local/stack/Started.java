package dev.denchi.deploy.local.stack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;

/**
 * Everything that runs, to be stopped in reverse order, once. A stop that comes while something starts waits until it can
 * be stopped too; after it nothing starts any more.
 */
final class Started implements AutoCloseable {

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private boolean closed;

    synchronized <T extends AutoCloseable> T start(Callable<T> starting) throws Exception {
        if (closed) {
            throw new InterruptedException("stopped before everything was started");
        }
        T one = starting.call();
        running.push(one);
        return one;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!running.isEmpty()) {
            AutoCloseable one = running.pop();
            try {
                one.close();
            } catch (Exception e) {
                System.err.println("while stopping " + one + ": " + e.getMessage());
            }
        }
    }
}
