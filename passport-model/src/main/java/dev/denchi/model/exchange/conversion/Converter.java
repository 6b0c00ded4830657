package dev.denchi.model.exchange.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * Turns a value of theirs into ours and back; the missing node where it cannot.
 *
 * @param limits what does not fit through it
 * @param in theirs to ours
 * @param out ours, and the whole record that it stands in, to theirs; ours may be missing
 */
public record Converter(String limits, UnaryOperator<JsonNode> in, BinaryOperator<JsonNode> out) {
    public static final JsonNode NONE = MissingNode.getInstance();

    public static Converter of(String limits, UnaryOperator<JsonNode> in, UnaryOperator<JsonNode> out) {
        return new Converter(limits, in, (ours, record) -> ours.isMissingNode() ? NONE : out.apply(ours));
    }
}
