package dev.denchi.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a page shows, read by other means than the service writes it with.
 *
 * @param all the page, its escapes undone
 * @param visible what stands between its tags
 * @param values what its elements give as their value for machines
 */
record ShownPage(String all, String visible, Set<String> values) {
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");

    /** What a page says in words, such as a unit or a country. */
    private static final Set<String> WORDED = Set.of("unit", "split", "addressCountry", "lastUpdate");

    /** One value of a record, and the member that has it. */
    record Leaf(String member, String text, boolean number) {}

    static ShownPage of(String html) {
        String all = html.replace('\u2212', '-')
                .replace("\u202f", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
        return new ShownPage(
                all,
                all.replaceAll("(?s)<style>.*?</style>", "").replaceAll("<[^>]*>", " "),
                VALUE.matcher(all).results().map(found -> found.group(1)).collect(Collectors.toSet()));
    }

    boolean has(Leaf leaf) {
        return values.contains(leaf.text()) || (leaf.number() ? number(leaf) : all.contains(leaf.text()));
    }

    private boolean number(Leaf leaf) {
        return Pattern.compile("(?<![0-9.-])" + Pattern.quote(leaf.text()) + "(?![0-9.])")
                .matcher(visible)
                .results()
                .map(MatchResult::group)
                .findAny()
                .isPresent();
    }

    /** Where the page shows more or less of these records than the attributes that are open. */
    List<String> faults(
            String where, Map<String, JsonNode> records, Map<String, Set<String>> open, AllAttributes attributes) {
        Set<String> shown = new HashSet<>();
        records.forEach((kind, record) -> open.getOrDefault(kind, Set.of())
                .forEach(pointer -> leaves(record.at(pointer)).forEach(leaf -> shown.add(leaf.text()))));
        Set<String> faults = new TreeSet<>();
        records.forEach((kind, record) -> attributes.in(kind, record).keySet().forEach(pointer -> {
            boolean isOpen = open.getOrDefault(kind, Set.of()).contains(pointer);
            for (Leaf leaf : leaves(record.at(pointer))) {
                if (isOpen && !WORDED.contains(leaf.member()) && !has(leaf)) {
                    faults.add(where + " hides " + leaf.text() + " of " + kind + pointer);
                }
                if (!isOpen
                        && shown.stream().noneMatch(text -> text.contains(leaf.text()))
                        && isTelling(leaf)
                        && has(leaf)) {
                    faults.add(where + " shows " + leaf.text() + " of " + kind + pointer);
                }
            }
        }));
        return List.copyOf(faults);
    }

    /** A value so short that it stands in any text tells nothing. */
    private static boolean isTelling(Leaf leaf) {
        return !WORDED.contains(leaf.member()) && leaf.text().length() > 3;
    }

    static List<Leaf> leaves(JsonNode value) {
        return leaves("", value);
    }

    private static List<Leaf> leaves(String member, JsonNode value) {
        if (value.isValueNode()) {
            return List.of(new Leaf(member, value.asText(), value.isNumber()));
        }
        List<Leaf> leaves = new ArrayList<>();
        value.properties().forEach(child -> leaves.addAll(leaves(child.getKey(), child.getValue())));
        if (value.isArray()) {
            value.forEach(item -> leaves.addAll(leaves(member, item)));
        }
        return leaves;
    }
}
