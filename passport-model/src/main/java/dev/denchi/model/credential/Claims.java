package dev.denchi.model.credential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An object of the payload: the objects in it, and digests in the place of its attributes. */
final class Claims {
    private final String name;
    private final List<Claims> groups = new ArrayList<>();
    private int[] hidden = new int[8];
    private int count;

    Claims(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    List<Claims> groups() {
        return groups;
    }

    /** How many digests it has itself. */
    int hidden() {
        return count;
    }

    /** Numbers of digests, in the order in which they were hidden. */
    int[] numbers() {
        return Arrays.copyOf(hidden, count);
    }

    void hide(int number) {
        if (count == hidden.length) {
            hidden = Arrays.copyOf(hidden, 2 * count);
        }
        hidden[count++] = number;
    }
}
