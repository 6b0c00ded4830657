package dev.denchi.model.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which fields that a format requires have no value in its documents. */
final class RequiredFields {
    private final Set<String> optional;

    private RequiredFields(Set<String> optional) {
        this.optional = optional;
    }

    static Set<String> missing(List<Mapping> mappings, JsonNode documents) {
        Set<String> optional = mappings.stream()
                .filter(mapping -> !mapping.required())
                .map(Mapping::theirs)
                .collect(Collectors.toSet());
        RequiredFields fields = new RequiredFields(optional);
        Set<String> missing = new TreeSet<>();
        mappings.stream()
                .filter(Mapping::required)
                .forEach(mapping ->
                        fields.walk(documents, mapping.theirs().substring(1).split("/", -1), 0, "", "", missing));
        missing.removeIf(pointer ->
                missing.stream().anyMatch(other -> !other.equals(pointer) && pointer.startsWith(other + "/")));
        return missing;
    }

    /** Stops at what is absent: nothing is missing beneath what need not be there. */
    private void walk(JsonNode node, String[] steps, int depth, String pattern, String pointer, Set<String> missing) {
        if (depth == steps.length) {
            return;
        }
        String step = steps[depth];
        if (step.equals("*")) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), steps, depth + 1, pattern + "/*", pointer + "/" + i, missing);
            }
            return;
        }
        String place = pattern + "/" + step;
        JsonNode next = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
        if (!next.isMissingNode()) {
            walk(next, steps, depth + 1, place, pointer + "/" + step, missing);
        } else if (!optional.contains(place)) {
            missing.add(pointer + "/" + untilStar(steps, depth));
        }
    }

    private static String untilStar(String[] steps, int from) {
        String rest = String.join("/", List.of(steps).subList(from, steps.length));
        int star = rest.indexOf("/*");
        return star < 0 ? rest : rest.substring(0, star);
    }
}
