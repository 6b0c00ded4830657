package dev.denchi.model.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * JSON read so that two readers cannot understand it differently: UTF-8 only, no duplicate members, nothing behind the
 * document, exact decimals with their scale, and no numbers or nesting made to exhaust their reader.
 */
public final class StrictJson {
    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 40;
    private static final int LARGEST_SCALE = 20;
    private static final char REPLACEMENT = '\uFFFD';

    /** The range of IEEE 754 doubles, which others' documents make full use of. */
    private static final int LONGEST_FOREIGN_NUMBER = 400;

    private static final JsonMapper MAPPER = mapper(LONGEST_NUMBER);
    private static final JsonMapper FOREIGN = mapper(LONGEST_FOREIGN_NUMBER);

    private StrictJson() {}

    /** @throws MalformedJson with the line and column of what is wrong */
    public static JsonNode read(byte[] bytes) {
        String text = utf8(bytes);
        // half a surrogate pair and U+0000 are neither UTF-8 nor JSON when raw: only an escape can bring one in
        return read(text, text.contains("\\u"));
    }

    /** @throws MalformedJson as {@link #read(byte[])} */
    public static JsonNode read(String text) {
        return read(text, true);
    }

    /**
     * Another model's document, as strictly but for its numbers, which may be as large as a double.
     *
     * @throws MalformedJson as {@link #read(byte[])}
     */
    public static JsonNode readForeign(byte[] bytes) {
        return read(FOREIGN, LONGEST_FOREIGN_NUMBER, utf8(bytes), true);
    }

    private static JsonNode read(String text, boolean mayHoldUnusableText) {
        return read(MAPPER, LARGEST_SCALE, text, mayHoldUnusableText);
    }

    private static JsonMapper mapper(int longestNumber) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .maxNumberLength(longestNumber)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                        .build())
                .enable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    private static JsonNode read(JsonMapper mapper, int largestScale, String text, boolean mayHoldUnusableText) {
        try {
            JsonNode node = mapper.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw new MalformedJson("the body is empty; a JSON document is expected");
            }
            refuseWhatCannotBeWritten(node, largestScale);
            if (mayHoldUnusableText) {
                refuseUnusableTexts(node);
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new MalformedJson(e.getOriginalMessage() + place(e.getLocation()));
        } catch (NumberFormatException e) {
            throw new MalformedJson("a number is too large or too small for any reader: " + e.getMessage());
        }
    }

    /** The same tree in JDK types: maps that keep their order, lists, exact decimals. */
    public static Map<String, Object> toMap(JsonNode object) {
        return MAPPER.convertValue(object, new TypeReference<>() {});
    }

    public static JsonNode toNode(Object tree) {
        return MAPPER.valueToTree(tree);
    }

    public static byte[] write(Object tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String utf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // stands where bytes were no UTF-8, or was there: only then is the slow way worth it
        return text.indexOf(REPLACEMENT) < 0 ? text : strictlyUtf8(bytes);
    }

    private static String strictlyUtf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedJson("the body is not UTF-8");
        }
    }

    /** 1E+999999999 is a short token and a gigabyte when written out. */
    private static void refuseWhatCannotBeWritten(JsonNode node, int largestScale) {
        if (node.isBigDecimal()) {
            BigDecimal number = node.decimalValue();
            if (Math.abs((long) number.scale()) > largestScale) {
                throw new MalformedJson("the number " + number + " has more than " + largestScale + " decimal places");
            }
        }
        node.forEach(child -> refuseWhatCannotBeWritten(child, largestScale));
    }

    private static void refuseUnusableTexts(JsonNode node) {
        if (node.isTextual()) {
            refuseUnusableText(node.textValue());
        }
        node.fieldNames().forEachRemaining(StrictJson::refuseUnusableText);
        node.forEach(StrictJson::refuseUnusableTexts);
    }

    private static void refuseUnusableText(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new MalformedJson("a text has the character U+0000, which no database and no page can hold");
        }
        for (int i = 0; i < text.length(); i++) {
            boolean whole = Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (Character.isSurrogate(text.charAt(i)) && !whole) {
                throw new MalformedJson("a text has half of a surrogate pair, which is no character (RFC 7493, 2.1)");
            }
            i += whole ? 1 : 0;
        }
    }

    private static String place(JsonLocation location) {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
