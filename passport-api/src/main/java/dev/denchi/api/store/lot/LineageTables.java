package dev.denchi.api.store.lot;

import dev.denchi.model.lot.Party;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows by their table, as {@code change_lineage} takes them (migration V023). */
final class LineageTables {
    private final Map<String, JsonArray> tables = new LinkedHashMap<>();

    void add(String table, JsonObject row) {
        tables.computeIfAbsent(table, none -> new JsonArray()).add(row);
    }

    JsonArray of(String table) {
        return tables.getOrDefault(table, new JsonArray());
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        tables.forEach(json::put);
        return json;
    }

    /** Who states it, and where it stands among the versions. */
    static JsonObject stated(SignedStatement statement, @Nullable String number) {
        var header = statement.token().header();
        return new JsonObject()
                .put("record_id", header.id().uuid().toString())
                .put("operator_id", statement.operator().value())
                .put("number", number)
                .put("version", header.version())
                .put("sha256", statement.token().sha256());
    }

    static JsonObject site(Party site) {
        return new JsonObject()
                .put("operator_id", site.operator().value())
                .put("facility_scheme", site.facility().scheme())
                .put("facility_value", site.facility().value());
    }

    static <T> JsonArray list(Iterable<T> items, Function<T, Object> value) {
        JsonArray list = new JsonArray();
        items.forEach(item -> list.add(value.apply(item)));
        return list;
    }
}
