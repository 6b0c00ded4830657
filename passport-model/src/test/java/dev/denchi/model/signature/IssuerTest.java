package dev.denchi.model.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.denchi.model.identifier.OperatorId;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerTest {

    @ParameterizedTest
    @CsvSource({
        "https://passports.example/operators/sakura-cells/status/0123456789ab/refresh, did:web:passports.example:operators:sakura-cells",
        "https://passports.example/operators/sakura-cells/status/1, did:web:passports.example:operators:sakura-cells",
        "https://passports.example:8443/operators/sakura-cells/status/1, did:web:passports.example%3A8443:operators:sakura-cells",
        "http://127.0.0.1:8081/operators/sakura-cells/status/1, did:web:127.0.0.1%3A8081:operators:sakura-cells"
    })
    void who_keeps_a_status_list_is_told_by_its_address(URI list, String did) {
        assertEquals(Optional.of(did), Issuer.keeperOf(list));
    }

    @Test
    void it_is_the_did_that_a_service_there_publishes_for_its_operator() {
        URI service = URI.create("https://passports.example:8443");
        OperatorId sakura = new OperatorId("sakura-cells");
        assertEquals(
                Optional.of(Issuer.at(service, sakura, "Sakura").did()),
                Issuer.keeperOf(URI.create(service + "/operators/sakura-cells/status/0123456789ab/refresh")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://passports.example/status/1",
                "https://passports.example/operators/sakura-cells/status/",
                "https://passports.example/operators/sakura-cells/other/1",
                "https://passports.example/tenants/a/operators/sakura-cells/status/1",
                "https://passports.example/operators/fuji-packs/../sakura-cells/status/1",
                "https://passports.example/operators/sakura-cells/status/../../fuji-packs/status/1",
                "https://passports.example/operators/sakura%2Dcells/status/1",
                "https://passports.example/operators/Sakura/status/1",
                "https://passports.example/operators/sakura-cells:operators:fuji-packs/status/1",
                "https://passports.example/operators/sakura-cells/status/1?at=2026-01-01T00:00:00Z",
                "https://passports.example/operators/sakura-cells/status/1#list",
                "https://passports.example@evil.example/operators/sakura-cells/status/1",
                "urn:x:operators:sakura-cells:status:1"
            })
    void nobody_keeps_one_at_an_address_of_another_form(URI list) {
        assertEquals(Optional.empty(), Issuer.keeperOf(list));
    }
}
