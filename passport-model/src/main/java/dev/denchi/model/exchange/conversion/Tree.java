package dev.denchi.model.exchange.conversion;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Pointers with stars, and building a tree by pointers. */
public final class Tree {
    public static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Tree() {}

    public static ObjectNode object() {
        return new ObjectNode(NODES);
    }

    static ArrayNode array() {
        return new ArrayNode(NODES);
    }

    public static JsonNode at(JsonNode tree, String pointer) {
        return tree.at(JsonPointer.compile(pointer));
    }

    /** The pattern with its stars replaced by each combination of indexes that the tree has; the end need not be there. */
    public static List<List<Integer>> indexes(JsonNode tree, String pattern) {
        List<List<Integer>> found = List.of(List.of());
        for (int star = pattern.indexOf('*'); star >= 0; star = pattern.indexOf('*', star + 1)) {
            String head = pattern.substring(0, star - 1);
            List<List<Integer>> next = new ArrayList<>();
            for (List<Integer> indexes : found) {
                JsonNode array = at(tree, filled(head, indexes));
                for (int i = 0; array.isArray() && i < array.size(); i++) {
                    List<Integer> longer = new ArrayList<>(indexes);
                    longer.add(i);
                    next.add(longer);
                }
            }
            found = next;
        }
        return found;
    }

    public static String filled(String pattern, List<Integer> indexes) {
        String pointer = pattern;
        for (int index : indexes) {
            pointer = pointer.replaceFirst("[*]", Integer.toString(index));
        }
        return pointer;
    }

    /** Puts a value where the pointer says; members that are there stay, elements are added. */
    public static void put(ObjectNode tree, String pointer, JsonNode value) {
        if (pointer.isEmpty()) {
            merge(tree, value);
            return;
        }
        String[] steps = pointer.substring(1).split("/", -1);
        JsonNode place = tree;
        for (int i = 0; i < steps.length - 1; i++) {
            JsonNode next = child(place, steps[i]);
            if (!next.isContainerNode()) {
                next = isIndex(steps[i + 1]) ? array() : object();
                set(place, steps[i], next);
            }
            place = next;
        }
        String last = steps[steps.length - 1];
        JsonNode there = child(place, last);
        if (there.isContainerNode() && value.isContainerNode()) {
            merge(there, value);
        } else {
            set(place, last, value.deepCopy());
        }
    }

    private static void merge(JsonNode into, JsonNode from) {
        if (into instanceof ObjectNode object) {
            from.properties().forEach(member -> put(object, "/" + escaped(member.getKey()), member.getValue()));
        } else if (into instanceof ArrayNode array) {
            from.forEach(array::add);
        }
    }

    private static JsonNode child(JsonNode place, String step) {
        return place.isArray() ? place.path(Integer.parseInt(step)) : place.path(unescaped(step));
    }

    private static void set(JsonNode place, String step, JsonNode value) {
        if (place instanceof ArrayNode array) {
            int index = Integer.parseInt(step);
            while (array.size() <= index) {
                array.add(object());
            }
            array.set(index, value);
        } else {
            ((ObjectNode) place).set(unescaped(step), value);
        }
    }

    public static boolean isIndex(String step) {
        return !step.isEmpty() && step.chars().allMatch(Character::isDigit);
    }

    static String escaped(String member) {
        return member.replace("~", "~0").replace("/", "~1");
    }

    private static String unescaped(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }
}
