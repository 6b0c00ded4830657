package dev.denchi.model.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.model.signature.Base64Url;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusListTest {

    @Test
    void the_first_index_is_the_left_most_bit() throws IOException {
        String text =
                StatusList.of(StatusList.SMALLEST, IntStream.of(0, 9, 131_071)).encode();
        byte[] packed = Base64Url.decode(text.substring(1));
        byte[] bits = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        assertEquals('u', text.charAt(0));
        assertEquals(16 * 1024, bits.length);
        assertEquals((byte) 0b1000_0000, bits[0]);
        assertEquals((byte) 0b0100_0000, bits[1]);
        assertEquals((byte) 0b0000_0001, bits[bits.length - 1]);
    }

    @Test
    void what_was_set_is_set_when_it_is_read_again_and_nothing_else() {
        int[] set = new Random(7).ints(5_000, 0, 1_000_000).distinct().sorted().toArray();
        StatusList read =
                StatusList.decode(StatusList.of(1_000_000, IntStream.of(set)).encode());
        assertEquals(1_000_000, read.size());
        assertEquals(
                IntStream.of(set).boxed().toList(),
                IntStream.range(0, read.size()).filter(read::isSet).boxed().toList());
    }

    @Test
    void an_empty_list_of_a_million_is_a_few_kilobytes() {
        assertTrue(StatusList.of(1_000_000, IntStream.empty()).encode().length() < 4_096);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u", "z", "H4sIAAAAAAAA", "uAAAA", "u====", "u\0", "uH4sIAAAAAAAA_w"})
    void refuses_what_is_no_list(String text) {
        assertThrows(IllegalArgumentException.class, () -> StatusList.decode(text));
    }

    @Test
    void refuses_a_list_that_unpacks_to_more_than_any_list_has() throws IOException {
        assertThrows(IllegalArgumentException.class, () -> StatusList.decode(zeros(StatusList.LARGEST / 8 + 1)));
        assertFalse(StatusList.decode(zeros(StatusList.LARGEST / 8)).isSet(StatusList.LARGEST - 1));
    }

    @Test
    void refuses_a_list_that_is_too_small_to_hide_a_record_in() throws IOException {
        assertThrows(IllegalArgumentException.class, () -> StatusList.decode(zeros(StatusList.SMALLEST / 8 - 1)));
        assertThrows(IllegalArgumentException.class, () -> StatusList.of(8, IntStream.empty()));
    }

    @Test
    void has_no_bit_beyond_its_ends() {
        StatusList list = StatusList.of(StatusList.SMALLEST, IntStream.empty());
        assertThrows(IllegalArgumentException.class, () -> list.isSet(-1));
        assertThrows(IllegalArgumentException.class, () -> list.isSet(StatusList.SMALLEST));
    }

    private static String zeros(int bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(new byte[bytes]);
        }
        return "u" + Base64Url.encode(packed.toByteArray());
    }
}
