package dev.denchi.model.format;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.passport.RecordKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The examples of openapi/examples, as they stand and with one thing changed. */
public final class Examples {

    /** The batteries that the contract tells whole: every kind of record of each. */
    public static final List<String> FOLDERS = List.of("ev-nmc", "stationary-lfp", "lmt");

    private Examples() {}

    public static byte[] bytes(String name) {
        try (InputStream in = Examples.class.getResourceAsStream("/examples/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no example " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectNode of(RecordKind kind) {
        return of(kind.isOfSupplyChain() ? "provenance" : "ev-nmc", kind);
    }

    public static ObjectNode of(String folder, RecordKind kind) {
        return (ObjectNode) StrictJson.read(bytes(folder + "/" + kind.label() + ".json"));
    }

    /** The example with {@code json} at {@code pointer}, whose parent is there. */
    public static ObjectNode with(RecordKind kind, String pointer, String json) {
        return set(of(kind), pointer, json);
    }

    public static ObjectNode set(ObjectNode document, String pointer, String json) {
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = document.at(place.head());
        if (parent.isArray()) {
            ((ArrayNode) parent).set(place.last().getMatchingIndex(), StrictJson.read(json));
        } else {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), StrictJson.read(json));
        }
        return document;
    }

    public static ObjectNode without(RecordKind kind, String pointer) {
        ObjectNode document = of(kind);
        JsonPointer place = JsonPointer.compile(pointer);
        ((ObjectNode) document.at(place.head())).remove(List.of(place.last().getMatchingProperty()));
        return document;
    }
}
