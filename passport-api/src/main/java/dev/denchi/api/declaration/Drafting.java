package dev.denchi.api.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.api.serve.form.PassportGroups;
import dev.denchi.api.supply.answer.Bought;
import dev.denchi.api.supply.chain.Statement;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Violation;
import dev.denchi.model.quantity.Quantity;
import dev.denchi.model.trade.RequestType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One record in the making: what it says, where each attribute came from, and what stands against it. */
final class Drafting {
    private final RecordKind kind;
    private final ObjectNode document;
    private final List<Violation> faults = new ArrayList<>();
    private final List<Map<String, Object>> mapping = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> statements = new ArrayList<>();

    /** Where an attribute came from. */
    enum From {
        /** What suppliers told, and what the operator states itself. */
        ANSWERS,
        /** The record of the battery model. */
        BATTERY_MODEL,
        /** Computed from the others in the record. */
        RECORD,
        /** The request itself. */
        REQUEST
    }

    /** @param given what the request says of it */
    Drafting(RecordKind kind, ObjectNode given) {
        this.kind = kind;
        this.document = given;
        given.fieldNames().forEachRemaining(name -> map("/" + name, From.REQUEST, null));
    }

    RecordKind kind() {
        return kind;
    }

    ObjectNode document() {
        return document;
    }

    List<Violation> faults() {
        return faults;
    }

    List<Map<String, Object>> mapping() {
        return mapping;
    }

    List<Map<String, @Nullable Object>> statements() {
        return statements;
    }

    /** @param pointer within the record */
    void fault(String pointer, String rule, String message) {
        faults.add(new Violation("/" + PassportGroups.of(kind) + pointer, rule, message));
    }

    /** At a place of the request beside the groups. */
    void faultOfRequest(String pointer, String rule, String message) {
        faults.add(new Violation(pointer, rule, message));
    }

    /** What is going to be filled in is nobody's to say otherwise. */
    void refuseGiven(String attribute) {
        if (document.has(attribute)) {
            fault("/" + attribute, "value-is-derived", "it is filled in from the answers; leave it out");
        }
    }

    void put(String attribute, JsonNode value, From from, String how) {
        document.set(attribute, value);
        map("/" + attribute, from, how);
    }

    void map(String pointer, From from, @Nullable String how) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("record", kind.label());
        entry.put("pointer", pointer);
        entry.put("from", from);
        if (how != null) {
            entry.put("how", how);
        }
        mapping.removeIf(earlier -> pointer.equals(earlier.get("pointer")));
        mapping.add(entry);
    }

    /** Who told what: its own entry to the operator, who knows whom it asked, and the hash of what was signed. */
    void stands(RequestType type, Bought bought) {
        Statement statement = bought.statement();
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("record", kind.label());
        entry.put("requestType", type);
        entry.put("traceId", bought.part().trace().value());
        entry.put("tradeId", bought.trade() == null ? null : bought.trade().id().value());
        entry.put(
                "sha256",
                statement == null || statement.record() == null
                        ? null
                        : statement.record().sha256());
        statements.add(entry);
    }

    static ObjectNode quantity(Quantity quantity) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("value", quantity.value())
                .put("unit", quantity.unit().ucum());
    }
}
