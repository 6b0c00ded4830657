package dev.denchi.model.format;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * JSON written straight into bytes that grow, without spaces, each number with the scale it has. For what is signed in great number:
 * a library's writer takes twice the time (docs/decisions/2026-11-27-tokens-are-written-as-bytes.md). One thread at a time.
 */
public final class CompactJson {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    /** Names come from documents; a stranger's must not fill the memory. */
    private static final int MOST_NAMES = 1024;

    private final Map<String, byte[]> names = new HashMap<>();
    private byte[] bytes = new byte[4096];
    private int length;
    private int start;

    /** Forgets what was written. */
    public CompactJson clear() {
        length = 0;
        start = 0;
        return this;
    }

    /** A document of its own begins here, behind those before. */
    public CompactJson begin() {
        start = length;
        return this;
    }

    /** What was written, until more is: the first {@link #length()} bytes of it. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /**
     * Fills up with zeros to a multiple of three. In base64url the text of what is filled up begins with the text of what is not, so that
     * many documents can be encoded by one call, side by side.
     */
    public CompactJson fill() {
        room(2);
        while (length % 3 != 0) {
            bytes[length++] = 0;
        }
        return this;
    }

    /** Spaces, which mean nothing before a bracket that closes, until so many bytes are over a multiple of three. */
    public CompactJson pad(int over) {
        room(2);
        while (length % 3 != over) {
            bytes[length++] = ' ';
        }
        return this;
    }

    public CompactJson beginObject() {
        return open('{');
    }

    public CompactJson endObject() {
        return close('}');
    }

    public CompactJson beginArray() {
        return open('[');
    }

    public CompactJson endArray() {
        return close(']');
    }

    public CompactJson name(String name) {
        return name(name, 0);
    }

    /** A name that is written again and again, as a text. */
    public CompactJson nameAsText(String name) {
        return name(name, 1);
    }

    /** @param off how many bytes of its end are left off: its colon */
    private CompactJson name(String name, int off) {
        byte[] known = names.get(name);
        byte[] quoted = known == null ? quoted(name) : known;
        int from = isFirst() ? 1 : 0;
        int count = quoted.length - from - off;
        room(count);
        System.arraycopy(quoted, from, bytes, length, count);
        length += count;
        return this;
    }

    public CompactJson text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] escaped = isPlain(utf8) ? utf8 : JsonStringEncoder.getInstance().quoteAsUTF8(text);
        return text(escaped, 0, escaped.length);
    }

    /** A text in UTF-8 that has nothing to escape, such as base64url. */
    public CompactJson text(byte[] plain, int from, int count) {
        room(count + 3);
        separate();
        bytes[length] = '"';
        System.arraycopy(plain, from, bytes, length + 1, count);
        length += count + 2;
        bytes[length - 1] = '"';
        return this;
    }

    public CompactJson number(long number) {
        return literal(Long.toString(number));
    }

    public CompactJson value(JsonNode value) {
        if (value instanceof TextNode) {
            return text(value.textValue());
        }
        if (value instanceof ObjectNode) {
            beginObject();
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                name(member.getKey()).value(member.getValue());
            }
            return endObject();
        }
        if (value instanceof ArrayNode) {
            beginArray();
            for (int i = 0; i < value.size(); i++) {
                value(value.get(i));
            }
            return endArray();
        }
        // 1E+3 stays that: BigDecimal's own text has the scale in it
        return literal(value instanceof DecimalNode ? value.decimalValue().toString() : value.asText());
    }

    private CompactJson literal(String ascii) {
        int count = ascii.length();
        room(count + 1);
        separate();
        for (int i = 0; i < count; i++) {
            bytes[length + i] = (byte) ascii.charAt(i);
        }
        length += count;
        return this;
    }

    private CompactJson open(char bracket) {
        room(2);
        separate();
        bytes[length++] = (byte) bracket;
        return this;
    }

    private CompactJson close(char bracket) {
        room(1);
        bytes[length++] = (byte) bracket;
        return this;
    }

    /** There is room for it. */
    private void separate() {
        if (!isFirst()) {
            bytes[length++] = ',';
        }
    }

    /** No value ends in one of these, so the byte before says whether a comma is due. */
    private boolean isFirst() {
        if (length == start) {
            return true;
        }
        byte last = bytes[length - 1];
        return last == '{' || last == '[' || last == ':';
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    /** With a comma before and a colon behind it. */
    private byte[] quoted(String name) {
        byte[] escaped = JsonStringEncoder.getInstance().quoteAsUTF8(name);
        byte[] quoted = new byte[escaped.length + 4];
        quoted[0] = ',';
        quoted[1] = '"';
        System.arraycopy(escaped, 0, quoted, 2, escaped.length);
        quoted[quoted.length - 2] = '"';
        quoted[quoted.length - 1] = ':';
        if (names.size() < MOST_NAMES) {
            names.put(name, quoted);
        }
        return quoted;
    }

    /** Whether there is no control character, quotation mark or backslash in it, looked at eight bytes at a time. */
    private static boolean isPlain(byte[] utf8) {
        int last = utf8.length - Long.BYTES;
        if (last < 0) {
            return isPlainOneByOne(utf8);
        }
        for (int i = 0; i < last; i += Long.BYTES) {
            if (hasEscaped((long) EIGHT.get(utf8, i))) {
                return false;
            }
        }
        return !hasEscaped((long) EIGHT.get(utf8, last));
    }

    private static boolean isPlainOneByOne(byte[] utf8) {
        for (byte b : utf8) {
            if (b >= 0 && b < ' ' || b == '"' || b == '\\') {
                return false;
            }
        }
        return true;
    }

    private static boolean hasEscaped(long eight) {
        long control = (eight - ONES * ' ') & ~eight;
        return ((control | zeroIn(eight ^ (ONES * '"')) | zeroIn(eight ^ (ONES * '\\'))) & HIGH_BITS) != 0;
    }

    /** The high bit of the first byte that is zero, and perhaps of bytes behind it; no high bit when none is. */
    private static long zeroIn(long eight) {
        return (eight - ONES) & ~eight;
    }
}
