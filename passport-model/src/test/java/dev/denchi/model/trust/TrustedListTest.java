package dev.denchi.model.trust;

import static dev.denchi.model.trust.TestTrustedList.granted;
import static dev.denchi.model.trust.TestTrustedList.signed;
import static dev.denchi.model.trust.TestTrustedList.withdrawn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.model.trust.Vouching.Answer;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedListTest {
    private static final TestAuthority AUTHORITY = new TestAuthority("Qualified seals");
    private static final TestAuthority SCHEME = new TestAuthority("Scheme operator");
    private static final X509Certificate SEAL =
            AUTHORITY.seal(TestAuthority.newPair().getPublic(), "did:web:x");

    @ParameterizedTest
    @CsvSource({
        "2026-01-15T00:00:00Z, NO",
        "2026-02-01T00:00:00Z, YES",
        "2026-07-31T23:59:59Z, YES",
        "2026-08-01T00:00:00Z, NO",
        "2027-06-01T00:00:00Z, NO"
    })
    void a_service_is_trusted_for_when_it_was_granted(Instant at, Answer answer) {
        assertEquals(answer, vouching(withdrawn(AUTHORITY.certificate()), at).answer());
    }

    @ParameterizedTest
    @CsvSource({"2026-01-31T00:00:00Z, NO", "2026-12-31T00:00:00Z, YES", "2027-01-01T00:00:00Z, UNKNOWN"})
    void what_comes_after_the_next_update_is_not_known(Instant at, Answer answer) {
        assertEquals(answer, vouching(granted(AUTHORITY.certificate()), at).answer());
    }

    @ParameterizedTest
    @CsvSource({
        "CA/QC, ForeSeals, YES",
        "CA/QC, ForeSignatures, YES",
        "CA/QC, ForWebSiteAuthentication, NO",
        "CA/PKC, ForeSeals, YES",
        "TSA/QTST, ForeSeals, NO",
        "Certstatus/OCSP/QC, ForeSeals, NO"
    })
    void only_services_that_issue_certificates_for_signing_count(String type, String purpose, Answer answer) {
        byte[] list = granted(AUTHORITY.certificate(), type, purpose);
        assertEquals(
                answer, vouching(list, Instant.parse("2026-06-01T00:00:00Z")).answer());
    }

    @Test
    void the_reason_names_the_list() {
        Vouching found = vouching(granted(AUTHORITY.certificate()), Instant.parse("2026-06-01T00:00:00Z"));
        assertTrue(found.reason().contains("CN=Qualified seals, by the trusted list of XT"), found.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#list"})
    void a_list_that_its_scheme_operator_signed_is_taken(String reference) {
        byte[] list = signed(granted(AUTHORITY.certificate()), SCHEME, reference);
        assertEquals(1, TrustAnchors.ofTrustedList(list, SCHEME.certificate()).size());
    }

    @Test
    void a_list_that_was_changed_or_signed_by_another_or_not_at_all_is_refused() {
        byte[] unsigned = granted(AUTHORITY.certificate());
        byte[] list = signed(unsigned, SCHEME, "");
        byte[] changed = text(list).replace("2026-02-01", "2020-02-01").getBytes(StandardCharsets.UTF_8);
        for (byte[] refused : List.of(unsigned, changed, signed(unsigned, AUTHORITY, ""))) {
            assertThrows(
                    IllegalArgumentException.class, () -> TrustAnchors.ofTrustedList(refused, SCHEME.certificate()));
        }
    }

    @Test
    void a_signature_over_a_part_is_refused() {
        String list = text(granted(AUTHORITY.certificate()));
        byte[] marked = list.replace("<SchemeInformation>", "<SchemeInformation Id=\"part\">")
                .getBytes(StandardCharsets.UTF_8);
        byte[] wrapped = text(signed(marked, SCHEME, "#list"))
                .replace("Id=\"list\"", "Id=\"other\"")
                .getBytes(StandardCharsets.UTF_8);
        assertThrows(IllegalArgumentException.class, () -> TrustAnchors.ofTrustedList(wrapped, SCHEME.certificate()));
    }

    @Test
    void two_signatures_are_refused() {
        byte[] twice = signed(signed(granted(AUTHORITY.certificate()), SCHEME, ""), SCHEME, "");
        assertThrows(IllegalArgumentException.class, () -> TrustAnchors.ofTrustedList(twice, SCHEME.certificate()));
    }

    @Test
    void nothing_outside_is_read_and_nothing_grows_while_it_is_read() {
        String list = text(granted(AUTHORITY.certificate()));
        String outside = list.replace(
                "<TrustServiceStatusList",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><TrustServiceStatusList");
        String growing = list.replace(
                "<TrustServiceStatusList",
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><TrustServiceStatusList");
        for (String refused : List.of(outside, growing)) {
            var found = assertThrows(
                    IllegalArgumentException.class,
                    () -> TrustAnchors.ofTrustedList(refused.getBytes(StandardCharsets.UTF_8), null));
            assertTrue(String.valueOf(found.getMessage()).contains("DOCTYPE"), found::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no XML",
                "<a/>",
                "<TrustServiceStatusList/>",
                "<TrustServiceStatusList xmlns=\"http://uri.etsi.org/02231/v2#\"><TSPService/></TrustServiceStatusList>"
            })
    void refuses_what_is_no_trusted_list(String xml) {
        assertThrows(
                IllegalArgumentException.class,
                () -> TrustAnchors.ofTrustedList(xml.getBytes(StandardCharsets.UTF_8), null));
    }

    private static Vouching vouching(byte[] list, Instant at) {
        return TrustAnchors.ofTrustedList(list, null).vouchFor(List.of(SEAL), at);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
