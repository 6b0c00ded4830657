package dev.denchi.api.supply;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The conditions of a selection that were asked for: one with nothing to compare is left out. */
public final class Conditions {
    private final StringBuilder selection;
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** @param selection with its first condition */
    public Conditions(String selection) {
        this.selection = new StringBuilder(selection);
    }

    /** @param condition names the value with a colon */
    public Conditions and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            selection.append(" and (").append(condition).append(")");
            values.put(name, value);
        }
        return this;
    }

    public Conditions and(String condition) {
        selection.append(" and (").append(condition).append(")");
        return this;
    }

    public Conditions with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    public <R> Mutiny.SelectionQuery<R> query(Mutiny.Session session, Class<R> type, String order) {
        Mutiny.SelectionQuery<R> query = session.createSelectionQuery(selection + order, type);
        values.forEach(query::setParameter);
        return query;
    }
}
