package dev.denchi.api.store.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * What waits to share a statement. There is no timer: what comes while statements are under way goes into the next, so that what comes
 * alone waits for nothing and the groups grow with the load.
 */
final class Groups<W> {
    private static final int STATEMENTS_AT_ONCE = 2;
    private static final int LARGEST_GROUP = 128;

    private final int longestQueue;
    private final Consumer<List<W>> send;
    private final Deque<W> queue = new ArrayDeque<>();
    private int underWay;

    /** @param send makes a statement of a group, and sees to it that {@link #finished} is called whatever becomes of it */
    Groups(int longestQueue, Consumer<List<W>> send) {
        this.longestQueue = longestQueue;
        this.send = send;
    }

    /** Whether it was taken: not when the queue is full. */
    boolean add(W waiting) {
        boolean taken = enqueue(waiting);
        next();
        return taken;
    }

    /** Once for each group that was sent. */
    void finished() {
        synchronized (this) {
            underWay--;
        }
        next();
    }

    private synchronized boolean enqueue(W waiting) {
        return queue.size() < longestQueue && queue.add(waiting);
    }

    private void next() {
        List<W> group = takeGroup();
        if (!group.isEmpty()) {
            send.accept(group);
        }
    }

    private synchronized List<W> takeGroup() {
        List<W> group = new ArrayList<>();
        if (underWay < STATEMENTS_AT_ONCE) {
            while (!queue.isEmpty() && group.size() < LARGEST_GROUP) {
                group.add(queue.remove());
            }
            underWay += group.isEmpty() ? 0 : 1;
        }
        return group;
    }
}
