package dev.denchi.model.exchange.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Numbers, quantities, enumerations and texts. */
final class Values {
    private static final Map<String, Integer> POWERS_OF_TEN = Map.of(
            "unit:gram",
            -3,
            "unit:kilogram",
            0,
            "unit:tonneMetricTon",
            3,
            "unit:millimetre",
            0,
            "unit:centimetre",
            1,
            "unit:metre",
            3,
            "unit:kilometre",
            6);
    private static final Map<String, Integer> FRACTIONS = Map.of(
            "unit:percent",
            0,
            "unit:partPerThousand",
            -1,
            "unit:partPerMillion",
            -4,
            "unit:partPerBillionUs",
            -7,
            "unit:partPerTrillionUs",
            -10);

    private Values() {}

    static Converter same() {
        return Converter.of("", UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** A bare number of theirs is a quantity of ours. */
    static Converter number(String unit) {
        return Converter.of(
                "only the number, in " + unit,
                node -> node.isNumber() ? quantity(node, unit) : Converter.NONE,
                node -> node.path("value"));
    }

    static Converter count() {
        return Converter.of(
                "a whole number", node -> node.isIntegralNumber() ? node : Converter.NONE, UnaryOperator.identity());
    }

    /** Number and unit of theirs: kilograms and millimetres with us. */
    static Converter measure(String unit) {
        String theirUnit = unit.equals("kg") ? "unit:kilogram" : "unit:millimetre";
        return Converter.of(
                "in " + unit,
                node -> scaled(
                        node.path("value"), POWERS_OF_TEN.get(node.path("unit").asText()), unit),
                node -> Tree.object()
                        .<ObjectNode>set("value", node.path("value"))
                        .put("unit", theirUnit));
    }

    /** A concentration beside its unit, where the converter sees the whole element. */
    static JsonNode percent(JsonNode number, JsonNode unit) {
        return scaled(number, FRACTIONS.get(unit.asText()), "%");
    }

    static Converter fraction() {
        return Converter.of(
                "in percent",
                node -> percent(node.path("concentration"), node.path("materialUnit")),
                node -> Tree.object()
                        .<ObjectNode>set("concentration", node.path("value"))
                        .put("materialUnit", "unit:percent"));
    }

    /** theirs=ours, separated by commas. */
    static Converter enumeration(String pairs) {
        Map<String, String> in = new LinkedHashMap<>();
        Map<String, String> out = new LinkedHashMap<>();
        Arrays.stream(pairs.split(",")).map(pair -> pair.split("=")).forEach(pair -> {
            in.putIfAbsent(pair[0], pair[1]);
            out.putIfAbsent(pair[1], pair[0]);
        });
        return Converter.of(
                "one of " + in.keySet().stream().collect(Collectors.joining(", ")),
                node -> text(in.get(node.asText())),
                node -> text(out.get(node.asText())));
    }

    static Converter uri() {
        return Converter.of(
                "an address is wanted there", UnaryOperator.identity(), node -> isUri(node) ? node : Converter.NONE);
    }

    static Converter matching(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return Converter.of(
                "their schema takes only what matches " + pattern,
                UnaryOperator.identity(),
                node -> compiled.matcher(node.asText()).find() ? node : Converter.NONE);
    }

    /** A text in one language; of several the first is taken. Ours does not say its language: BCP 47 "und". */
    static Converter language() {
        return Converter.of(
                "one text without its language",
                Values::firstText,
                node -> Tree.object().set("und", node));
    }

    /** The value of the element of a list of keys and values. */
    static Converter item(String key) {
        return Converter.of(
                "the element " + key,
                node -> {
                    for (JsonNode element : node) {
                        if (element.path("key").asText().equals(key)) {
                            return element.path("value");
                        }
                    }
                    return Converter.NONE;
                },
                node -> array(Tree.object().put("key", key).set("value", node)));
    }

    /** One C-rate of theirs is both of ours only where both are the same; which of ours theirs is, it does not say. */
    static Converter equalRates() {
        return Converter.of(
                "one C-rate; charge and discharge are told apart with us",
                node -> Converter.NONE,
                node -> Comparison.same(node.path("charge"), node.path("discharge"))
                        ? node.at("/charge/value")
                        : Converter.NONE);
    }

    static JsonNode firstText(JsonNode node) {
        JsonNode texts = node.isArray() ? node.path(0) : node;
        if (texts.isTextual()) {
            return texts;
        }
        return texts.elements().hasNext() ? texts.elements().next() : Converter.NONE;
    }

    static ObjectNode quantity(JsonNode number, String unit) {
        return Tree.object().<ObjectNode>set("value", number).put("unit", unit);
    }

    static ArrayNode array(JsonNode element) {
        return Tree.array().add(element);
    }

    static JsonNode text(@org.jspecify.annotations.Nullable String text) {
        return text == null ? Converter.NONE : Tree.NODES.textNode(text);
    }

    static boolean isUri(JsonNode node) {
        try {
            return URI.create(node.asText()).isAbsolute();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static JsonNode scaled(JsonNode number, @org.jspecify.annotations.Nullable Integer power, String unit) {
        if (!number.isNumber() || power == null) {
            return Converter.NONE;
        }
        BigDecimal value = number.decimalValue().scaleByPowerOfTen(power);
        return quantity(Tree.NODES.numberNode(value.scale() < 0 ? value.setScale(0) : value), unit);
    }
}
