package dev.denchi.model.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.passport.RecordKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What it writes is what a library writes. */
class CompactJsonTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String[] PIECES = {
        "a",
        "0123456789",
        " ",
        "\"",
        "\\",
        "/",
        "\t",
        "\n",
        "\u001f",
        "\u007f",
        "\u0080",
        "é",
        "ł",
        "電池",
        "\u2028",
        "{",
        "[",
        ":",
        ","
    };

    private final CompactJson json = new CompactJson();

    @ParameterizedTest
    @EnumSource
    void writes_every_example(RecordKind kind) {
        JsonNode example = Examples.of(kind);
        assertEquals(asTheLibrary(example), written(example));
    }

    @Test
    void writes_whatever_texts_and_shapes_come() {
        Random random = new Random(20261127);
        for (int i = 0; i < 5000; i++) {
            JsonNode document = node(random, 4);
            assertEquals(asTheLibrary(document), written(document));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"452.60", "400", "1E+3", "0.00", "1E-20", "0.000001", "12345678901234567890.10"})
    void a_number_keeps_its_scale(String number) {
        assertEquals(number, written(StrictJson.read(number)));
    }

    @Test
    void a_long_text_with_one_character_to_escape_is_escaped_wherever_it_stands() {
        for (String escaped : new String[] {"\"", "\\", "\u0000", "\u001f", "\n"}) {
            for (int before = 0; before < 20; before++) {
                JsonNode text =
                        NODES.textNode("é".repeat(before % 3) + "x".repeat(before) + escaped + "y".repeat(20 - before));
                assertEquals(asTheLibrary(text), written(text));
            }
        }
    }

    @Test
    void a_character_beyond_16_bits_is_four_bytes_of_utf8_not_two_escapes() {
        assertEquals("[\"𝄞\",\"\\n𝄞\"]", written(NODES.arrayNode().add("𝄞").add("\n𝄞")));
    }

    @Test
    void documents_stand_side_by_side_without_a_comma_and_each_can_be_filled_up() {
        json.clear().begin().beginArray().text("a").number(1).endArray().fill();
        json.begin().beginObject().name("b").number(2).name("c").text("d").endObject();
        assertEquals("[\"a\",1]\0\0{\"b\":2,\"c\":\"d\"}", text());
    }

    @Test
    void a_document_is_padded_before_its_last_bracket_and_a_name_is_a_text_in_an_array() {
        json.clear().begin().beginArray().nameAsText("a").nameAsText("b").pad(1).endArray();
        assertEquals("[\"a\",\"b\"  ]", text());
        json.clear()
                .begin()
                .beginObject()
                .name("a")
                .beginArray()
                .nameAsText("a")
                .pad(0)
                .endArray()
                .endObject();
        assertEquals("{\"a\":[\"a\"]}", text());
    }

    private String written(JsonNode document) {
        json.clear().value(document);
        return text();
    }

    private String text() {
        return new String(json.bytes(), 0, json.length(), StandardCharsets.UTF_8);
    }

    private static String asTheLibrary(JsonNode document) {
        return new String(StrictJson.write(document), StandardCharsets.UTF_8);
    }

    private static JsonNode node(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0, 1 -> NODES.textNode(text(random));
            case 2 -> NODES.numberNode(new BigDecimal(random.nextLong()).movePointLeft(random.nextInt(20)));
            case 3 -> NODES.numberNode(random.nextLong());
            case 4 -> NODES.numberNode(new BigInteger(100, random));
            case 5 -> NODES.booleanNode(random.nextBoolean());
            case 6 -> NODES.nullNode();
            case 7 -> object(random, depth);
            default -> array(random, depth);
        };
    }

    private static ObjectNode object(Random random, int depth) {
        ObjectNode object = NODES.objectNode();
        for (int i = random.nextInt(5); i > 0; i--) {
            object.set(text(random), node(random, depth - 1));
        }
        return object;
    }

    private static ArrayNode array(Random random, int depth) {
        ArrayNode array = NODES.arrayNode();
        for (int i = random.nextInt(5); i > 0; i--) {
            array.add(node(random, depth - 1));
        }
        return array;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
