package dev.denchi.deploy.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was found so far. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();

    void add(String table, Object row, String what) {
        found.add(new Finding(table, String.valueOf(row), what));
    }

    /** A column that must say what something signed or chained says. */
    void same(String table, Object row, String column, @Nullable Object said, @Nullable Object stored) {
        if (!Objects.equals(said, stored)) {
            add(table, row, column + " is " + stored + ", it should be " + said);
        }
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
