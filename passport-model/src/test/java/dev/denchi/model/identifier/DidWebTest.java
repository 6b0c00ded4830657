package dev.denchi.model.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DidWebTest {

    @ParameterizedTest
    @CsvSource({
        "did:web:id.sakura-cells.example, https://id.sakura-cells.example/.well-known/did.json",
        "did:web:passports.example:operators:sakura-cells, https://passports.example/operators/sakura-cells/did.json",
        "did:web:localhost%3A8443:a, https://localhost:8443/a/did.json",
    })
    void its_document_is_where_the_method_says(String did, String document) {
        assertEquals(document, new DidWeb(did).document().toString());
    }

    @Test
    void a_key_id_begins_with_it() {
        assertEquals("did:web:a.example", DidWeb.ofUrl("did:web:a.example#k").value());
        assertThrows(IllegalArgumentException.class, () -> DidWeb.ofUrl("did:web:a.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "did:web:",
                "did:key:z6Mk",
                "did:web:127.0.0.1",
                "did:web:2130706433",
                "did:web:0x7f000001",
                "did:web:a.0x7f",
                "did:web:[::1]",
                "did:web:a.example%3A0",
                "did:web:a.example%3A65536",
                "did:web:a.example%3A80%3A",
                "did:web:a.example:..:x",
                "did:web:a.example:.hidden",
                "did:web:a.example:a%2Fb",
                "did:web:a.example:",
                "did:web:user@a.example",
                "did:web:a.example/x",
                "did:web:a.example?x",
                "did:web:-a.example",
                "did:web:a..example",
                "did:web:電池.example",
                "did:web:a.example\n",
            })
    void refuses_what_leads_elsewhere(String did) {
        assertThrows(IllegalArgumentException.class, () -> new DidWeb(did));
    }
}
