package dev.denchi.model.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.exchange.conversion.Tree;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Says why something did not travel. */
final class Reasons {

    private Reasons() {}

    static String notTaken(List<Mapping> mappings, String pointer, JsonNode givenBack) {
        Optional<Mapping> mapping = of(mappings, pointer);
        if (mapping.isEmpty()) {
            return "no field of this format that we know";
        }
        if (!mapping.get().isMapped()) {
            return "no place in our records: " + mapping.get().reason();
        }
        JsonNode back = Tree.at(givenBack, pointer);
        String limits = limits(mapping.get());
        return back.isMissingNode() || back.isContainerNode()
                ? "not taken" + limits
                : "taken, but goes back as " + brief(back) + limits;
    }

    static String missing(List<Mapping> mappings, String pointer, Map<String, ? extends JsonNode> parts) {
        Optional<Mapping> mapping = of(mappings, pointer);
        if (mapping.isEmpty() || !mapping.get().isMapped()) {
            return "required, and no attribute of ours says it: "
                    + mapping.map(Mapping::reason).orElse("");
        }
        String place = mapping.get().part() + mapping.get().ours();
        JsonNode part = parts.get(Objects.requireNonNull(mapping.get().part()));
        boolean absent = part == null
                || !place.contains("*") && Tree.at(part, mapping.get().ours()).isMissingNode();
        return absent
                ? "required, and " + place + " is not there"
                : "required, and " + place + " does not fit" + limits(mapping.get());
    }

    static String lost(List<Mapping> mappings, String part, String pointer, JsonNode again) {
        Optional<Mapping> mapping = mappings.stream()
                .filter(Mapping::isMapped)
                .filter(candidate -> part.equals(candidate.part()) && covers(candidate.ours(), pointer))
                .findFirst();
        if (mapping.isEmpty()) {
            return "the documents asked for have no field for it";
        }
        String limits = limits(mapping.get());
        return again.isMissingNode() || again.isContainerNode()
                ? "does not fit" + limits
                : "travels as " + brief(again) + limits;
    }

    /** The mapping of the place or of what it is part of, else of something in it; one that has a place with us first. */
    private static Optional<Mapping> of(List<Mapping> mappings, String pointer) {
        return mappings.stream()
                .filter(mapping -> covers(mapping.theirs(), pointer))
                .min(Comparator.<Mapping>comparingInt(mapping -> mapping.isMapped() ? 0 : 1)
                        .thenComparingInt(mapping -> length(mapping.theirs()) <= length(pointer) ? 0 : 1)
                        .thenComparingInt(mapping -> -length(mapping.theirs())));
    }

    /** Whether one is the other or lies above it, or beneath. */
    private static boolean covers(String pattern, String pointer) {
        String[] one = pattern.split("/", -1);
        String[] other = pointer.split("/", -1);
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            boolean star = one[i].equals("*") && Tree.isIndex(other[i]);
            if (!star && !one[i].equals(other[i])) {
                return false;
            }
        }
        return true;
    }

    private static int length(String pattern) {
        return pattern.split("/", -1).length;
    }

    private static String limits(Mapping mapping) {
        return mapping.converter().limits().isEmpty()
                ? ""
                : ": " + mapping.converter().limits();
    }

    private static String brief(JsonNode node) {
        String text = node.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
