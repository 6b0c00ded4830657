package dev.denchi.model.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{} {}",
                "{}]",
                "{} x",
                "",
                "  \n",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "NaN",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":-Infinity}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":0x10}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":1 // one\n}",
                "{\"a\":\"tab\tinside\"}",
                "{\"a\":\"\\x41\"}",
                "{\"a\":tru}",
                "\uFEFF{}",
                "{\"a\":1E+999999999}",
                "{\"a\":1E-999999999}",
                "{\"a\":1E+99999999999999999999}",
                "{\"a\":0E-999999999}",
                "{\"a\":[[1E+21]]}",
                "{\"a\":0.000000000000000000001}",
                "{\"a\":12345678901234567890123456789012345678901}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\udc00\\ud800\"}",
                "[\"\\udfff end\"]",
                "{\"\\ud83d\":1}",
            })
    void refuses_what_two_readers_could_understand_differently(String json) {
        assertThrows(MalformedJson.class, () -> StrictJson.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "7b2261223a22ff227d, a byte that never occurs",
        "7b2261223a22c0af227d, an overlong slash",
        "7b2261223a22eda080227d, a surrogate as three bytes",
        "7b2261223a22e381, a character cut in half",
        "fffe7b007d00, UTF-16 with its mark",
        "7b007d00, UTF-16 without",
        "efbbbf7b7d, UTF-8 with a mark",
    })
    void refuses_what_is_not_plain_utf8(String hex, String reason) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThrows(MalformedJson.class, () -> StrictJson.read(bytes), reason);
    }

    @Test
    void refuses_half_a_surrogate_pair_in_a_java_string() {
        assertThrows(MalformedJson.class, () -> StrictJson.read("{\"a\":\"\ud800\"}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 10_000, 1_000_000})
    void refuses_nesting_made_to_exhaust_its_reader(int depth) {
        String json = "[".repeat(depth) + "]".repeat(depth);
        assertThrows(MalformedJson.class, () -> StrictJson.read(json));
    }

    @Test
    void says_the_line_and_column_of_a_duplicate_member() {
        String refused =
                String.valueOf(assertThrows(MalformedJson.class, () -> StrictJson.read("{\"mass\": 1,\n \"mass\": 2}"))
                        .getMessage());
        assertTrue(refused.contains("mass"), refused);
        assertTrue(refused.contains("line 2"), refused);
    }

    @Test
    void says_which_number_is_unbounded_and_the_limit() {
        var refused = assertThrows(MalformedJson.class, () -> StrictJson.read("[1E+999999999]"));
        assertEquals("the number 1E+999999999 has more than 20 decimal places", refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"452.60", "4.0", "0.0010", "-30.0", "170000", "0", "0.00", "12345678901234567890.5"})
    void writes_a_number_as_it_was_read(String number) {
        String json = "{\"value\":" + number + "}";
        assertEquals(json, new String(StrictJson.write(StrictJson.read(json)), StandardCharsets.UTF_8));
    }

    @Test
    void keeps_text_beyond_the_first_plane() {
        var json = StrictJson.read("[\"電池 🔋 \\ud83d\\udd0b\"]");
        assertEquals("電池 🔋 🔋", json.path(0).textValue());
        assertEquals(json, StrictJson.read(StrictJson.write(json)));
    }

    @Test
    void keeps_the_order_of_members() {
        String json = "{\"z\":\"車両\",\"a\":[true,null,{\"b\":\"\"}]}";
        assertEquals(json, new String(StrictJson.write(StrictJson.read(json)), StandardCharsets.UTF_8));
        assertEquals(
                json, new String(StrictJson.write(StrictJson.toMap(StrictJson.read(json))), StandardCharsets.UTF_8));
    }

    @Test
    void reads_nesting_of_32_levels() {
        assertTrue(StrictJson.read("[".repeat(32) + "]".repeat(32)).isArray());
    }

    @Test
    void makes_a_tree_of_plain_maps() {
        assertEquals(
                "1.50",
                StrictJson.toNode(Map.of("a", new BigDecimal("1.50")))
                        .path("a")
                        .decimalValue()
                        .toPlainString());
    }
}
