package dev.denchi.api.serve.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one data element of a passport: a singular query of JSONPath (RFC 9535, 2.3.5.1), such as {@code $.battery.serialNumber} or
 * {@code $['carbonFootprint']['carbonFootprintPerLifecycleStage'][0]}. What could select several elements is refused.
 *
 * @param steps member names and array indexes, from the root
 */
public record ElementPath(List<Step> steps) {
    private static final int LONGEST = 500;
    private static final Pattern STEP = Pattern.compile(
            "\\.(?<name>[A-Za-z_][A-Za-z0-9_]*)|\\[\\s*(?:'(?<single>[^'\\\\]*)'|\"(?<quoted>[^\"\\\\]*)\"|(?<index>-?(?:0|[1-9][0-9]{0,6})))\\s*]");

    /** One step down: into a member, or into an element of an array when {@code member} is empty. */
    public record Step(String member, int index) {
        static Step into(String member) {
            return new Step(member, 0);
        }

        JsonNode from(JsonNode parent) {
            if (!member.isEmpty()) {
                return parent.path(member);
            }
            return parent.isArray()
                    ? parent.path(index < 0 ? parent.size() + index : index)
                    : MissingNode.getInstance();
        }

        String name() {
            return member.isEmpty() ? Integer.toString(index) : member;
        }
    }

    /** @throws Rejected when it is no singular query */
    public static ElementPath parse(String query) {
        if (query.length() > LONGEST || !query.startsWith("$")) {
            throw malformed(query);
        }
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(query).region(1, query.length());
        int end = 1;
        while (end < query.length()) {
            if (!step.region(end, query.length()).lookingAt()) {
                throw malformed(query);
            }
            steps.add(step(step));
            end = step.end();
        }
        return new ElementPath(List.copyOf(steps));
    }

    /** The element; missing when the passport, as this reader sees it, has none there. */
    public JsonNode in(JsonNode passport) {
        JsonNode found = passport;
        for (Step step : steps) {
            found = step.from(found);
        }
        return found;
    }

    /** The same path from one step further down. */
    public ElementPath below() {
        return new ElementPath(steps.subList(1, steps.size()));
    }

    /**
     * The object with another value at this path.
     *
     * @throws Rejected when there is nothing on the way to put it into
     */
    public ObjectNode replacedIn(ObjectNode object, UnaryOperator<JsonNode> change) {
        if (steps.isEmpty()) {
            return (ObjectNode) change.apply(object);
        }
        ObjectNode changed = object.deepCopy();
        JsonNode parent = new ElementPath(steps.subList(0, steps.size() - 1)).in(changed);
        Step last = steps.get(steps.size() - 1);
        JsonNode value = change.apply(last.from(parent));
        if (parent instanceof ObjectNode members && !last.member().isEmpty()) {
            members.set(last.member(), value);
        } else if (parent instanceof ArrayNode items && !last.from(parent).isMissingNode()) {
            items.set(last.index() < 0 ? items.size() + last.index() : last.index(), value);
        } else {
            throw Rejected.because(ProblemType.NOT_FOUND, "there is nothing at this path that could hold the element");
        }
        return changed;
    }

    /** The element that stands there, in the expanded form. */
    public Map<String, Object> expanded(JsonNode value) {
        StringBuilder dictionary = new StringBuilder();
        String name = "$";
        for (Step step : steps) {
            name = step.name();
            if (dictionary.isEmpty()) {
                dictionary.append(PassportView.dictionaryOf(name));
            } else {
                dictionary.append(step.member().isEmpty() ? "/items" : "/properties/" + name);
            }
        }
        return ExpandedForm.element(name, dictionary.toString(), value);
    }

    private static Step step(Matcher found) {
        String index = found.group("index");
        if (index != null) {
            return new Step("", Integer.parseInt(index));
        }
        for (String form : List.of("name", "single", "quoted")) {
            String member = found.group(form);
            if (member != null) {
                return Step.into(member);
            }
        }
        throw new IllegalStateException("a step is a member or an index");
    }

    private static Rejected malformed(String query) {
        return Rejected.because(
                ProblemType.MALFORMED_REQUEST,
                "\"" + query.substring(0, Math.min(query.length(), LONGEST))
                        + "\" selects no single element; a path is like $.battery.serialNumber or $['battery']['serialNumber'] (RFC 9535, 2.3.5.1)");
    }
}
