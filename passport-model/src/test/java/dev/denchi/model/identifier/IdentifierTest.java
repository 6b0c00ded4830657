package dev.denchi.model.identifier;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

    @Nested
    class OfATradeItem {
        @ParameterizedTest
        @ValueSource(strings = {"04912345077011", "00012345600012", "10614141000415", "99999999999997"})
        void accepts_a_right_check_digit(String gtin) {
            assertEquals(gtin, new Gtin(gtin).toString());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "4912345077011",
                    "049123450770110",
                    "0491234507701x",
                    "04912345077011\n",
                    "０4912345077011"
                })
        void refuses_what_has_not_14_digits(String gtin) {
            assertThrows(IllegalArgumentException.class, () -> new Gtin(gtin));
        }

        @Test
        void names_the_right_check_digit() {
            var refused = assertThrows(IllegalArgumentException.class, () -> new Gtin("04912345077012"));
            assertEquals("GTIN 04912345077012 ends in 2, its check digit is 1", refused.getMessage());
        }

        @Test
        void notices_every_single_wrong_digit() {
            char[] right = "04912345077011".toCharArray();
            for (int place = 0; place < right.length; place++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    char[] wrong = right.clone();
                    wrong[place] = digit;
                    if (digit != right[place]) {
                        assertThrows(IllegalArgumentException.class, () -> new Gtin(String.valueOf(wrong)));
                    }
                }
            }
        }
    }

    @Nested
    class OfASubstance {
        @ParameterizedTest
        @ValueSource(strings = {"7440-48-4", "346417-97-8", "50-00-0", "7732-18-5"})
        void accepts_a_right_check_digit(String number) {
            assertEquals(number, new CasNumber(number).toString());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "7440-484", "7440484", "0-00-0", "12345678-00-0", "7440-48-4\n", "7440-4x-4"})
        void refuses_what_has_another_form(String number) {
            assertThrows(IllegalArgumentException.class, () -> new CasNumber(number));
        }

        @Test
        void names_the_right_check_digit() {
            var refused = assertThrows(IllegalArgumentException.class, () -> new CasNumber("7440-48-5"));
            assertEquals("CAS number 7440-48-5 ends in 5, its check digit is 4", refused.getMessage());
        }
    }

    @Nested
    class OfALocation {
        @ParameterizedTest
        @ValueSource(strings = {"4912345000019", "4912345000026", "0000000000000"})
        void accepts_a_right_check_digit(String gln) {
            assertEquals(gln, new Gln(gln).toString());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "491234500001", "04912345000019", "491234500001x"})
        void refuses_what_has_not_13_digits(String gln) {
            assertThrows(IllegalArgumentException.class, () -> new Gln(gln));
        }

        @Test
        void names_the_right_check_digit() {
            var refused = assertThrows(IllegalArgumentException.class, () -> new Gln("4912345000018"));
            assertEquals("GLN 4912345000018 ends in 8, its check digit is 9", refused.getMessage());
        }
    }

    @Nested
    class OfASerialNumber {
        private static final String CHARACTER_SET_82 =
                "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

        @Test
        void accepts_exactly_the_82_characters_of_gs1() {
            assertEquals(82, CHARACTER_SET_82.length());
            for (char c = 0; c < 0x180; c++) {
                String serial = String.valueOf(c);
                if (CHARACTER_SET_82.contains(serial)) {
                    assertEquals(serial, new SerialNumber(serial).value());
                } else {
                    assertThrows(IllegalArgumentException.class, () -> new SerialNumber(serial));
                }
            }
        }

        @Test
        void has_1_to_20_characters() {
            assertAll(
                    () -> new SerialNumber("1".repeat(20)),
                    () -> assertThrows(IllegalArgumentException.class, () -> new SerialNumber("")),
                    () -> assertThrows(IllegalArgumentException.class, () -> new SerialNumber("1".repeat(21))));
        }
    }

    @Nested
    class OfAProduct {
        @ParameterizedTest
        @CsvSource({
            "https://id.sakura-cells.example/01/04912345077011/21/SC77-2026-000184, SC77-2026-000184",
            "https://id.example:8443/01/04912345077011/21/A%2FB, A/B",
            "https://id.example/01/04912345077011/21/50%25, 50%",
            "https://id.example/01/04912345077011/21/a+b, a+b",
            "https://id.example/01/04912345077011/21/a%2bb, a+b",
            "https://id.example/01/04912345077011/21/%3F%22%3C, ?\"<",
        })
        void decodes_the_serial_and_keeps_the_link(String link, String serial) {
            var product = ProductIdentifier.parse(link);
            assertEquals(serial, product.serial().value());
            assertEquals("04912345077011", product.gtin().value());
            assertEquals(link, product.toString());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "http://id.example/01/04912345077011/21/A",
                    "https:///01/04912345077011/21/A",
                    "https://user@id.example/01/04912345077011/21/A",
                    "https://id.example/01/04912345077012/21/A",
                    "https://id.example/01/4912345077011/21/A",
                    "https://id.example/01/04912345077011",
                    "https://id.example/01/04912345077011/21/",
                    "https://id.example/01/04912345077011/10/L/21/A",
                    "https://id.example/01/04912345077011/21/A/B",
                    "https://id.example/01/04912345077011/21/A?x=1",
                    "https://id.example/01/04912345077011/21/A#x",
                    "https://id.example/01/04912345077011/21/A B",
                    "https://id.example/01/04912345077011/21/A%20B",
                    "https://id.example/01/04912345077011/21/A%",
                    "https://id.example/01/04912345077011/21/A%zz",
                    "https://id.example/01/04912345077011/21/%C3%A9",
                    "https://id.example/01/04912345077011/21/%FF",
                    "https://id.example/01/04912345077011/21/%00",
                    "https://id.example/01/04912345077011/21/123456789012345678901",
                    "https://id.example/01/04912345077011/21/A\n",
                })
        void refuses_other_links(String link) {
            assertThrows(IllegalArgumentException.class, () -> ProductIdentifier.parse(link));
        }

        @Test
        void refuses_a_link_longer_than_2000_characters() {
            String link = "https://" + "a".repeat(2000) + "/01/04912345077011/21/A";
            assertThrows(IllegalArgumentException.class, () -> ProductIdentifier.parse(link));
        }
    }

    @Nested
    class OfAPassportOrRecord {
        private static final String UUID = "0198c0de-5a6b-7c3d-8e4f-0a1b2c3d4e5f";

        @Test
        void is_written_as_it_was_read() {
            assertEquals(
                    "urn:uuid:" + UUID,
                    PassportIdentifier.parse("urn:uuid:" + UUID).toString());
            assertEquals(UUID, RecordId.parse(UUID).toString());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "0198C0DE-5A6B-7C3D-8E4F-0A1B2C3D4E5F",
                    "1-1-1-1-1",
                    "0198c0de5a6b7c3d8e4f0a1b2c3d4e5f",
                    "0198c0de-5a6b-7c3d-8e4f-0a1b2c3d4e5g",
                    "0198c0de-5a6b-7c3d-8e4f-0a1b2c3d4e5f\n",
                })
        void refuses_other_uuids(String uuid) {
            assertAll(
                    () -> assertThrows(IllegalArgumentException.class, () -> RecordId.parse(uuid)),
                    () -> assertThrows(IllegalArgumentException.class, () -> PassportIdentifier.parse(uuid)),
                    () -> assertThrows(
                            IllegalArgumentException.class, () -> PassportIdentifier.parse("urn:uuid:" + uuid)));
        }

        @Test
        void a_bare_uuid_is_no_passport() {
            var refused = assertThrows(IllegalArgumentException.class, () -> PassportIdentifier.parse(UUID));
            assertTrue(String.valueOf(refused.getMessage()).contains("urn:uuid:{uuid}"), refused::toString);
        }
    }

    @Nested
    class OfAnOperatorModelOrPlant {
        @ParameterizedTest
        @ValueSource(strings = {"", "-a", "Sakura", "a.b", "a:b", "a/b", "a%3Ab", "a\n", "ａ"})
        void an_operator_fits_into_a_did(String id) {
            assertThrows(IllegalArgumentException.class, () -> new OperatorId(id));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ".a", "-a", "a b", "a:b", "a/b", "電池", "a\n"})
        void a_model_fits_into_a_urn(String id) {
            assertThrows(IllegalArgumentException.class, () -> new ModelId(id));
        }

        @Test
        void lengths_are_bounded() {
            assertAll(
                    () -> new OperatorId("a".repeat(63)),
                    () -> assertThrows(IllegalArgumentException.class, () -> new OperatorId("a".repeat(64))),
                    () -> new ModelId("a".repeat(80)),
                    () -> assertThrows(IllegalArgumentException.class, () -> new ModelId("a".repeat(81))));
        }

        @Test
        void a_plant_has_a_scheme_and_a_value() {
            assertEquals("GLN:4912345000026", new FacilityIdentifier("GLN", "4912345000026").toString());
            assertThrows(IllegalArgumentException.class, () -> new FacilityIdentifier(" ", "4912345000026"));
            assertThrows(IllegalArgumentException.class, () -> new FacilityIdentifier("GLN", ""));
        }
    }
}
