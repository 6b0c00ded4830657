package dev.denchi.deploy.local.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class DidWebTest {

    @Test
    void a_path_is_followed_to_its_document() {
        assertEquals(
                "http://127.0.0.1:8080/operators/sakura-cells/did.json",
                DidWeb.document("did:web:127.0.0.1%3A8080:operators:sakura-cells"));
    }

    @Test
    void a_host_alone_has_it_under_well_known() {
        assertEquals("https://maker.example/.well-known/did.json", DidWeb.document("did:web:maker.example"));
    }

    @Test
    void another_method_is_not_followed() {
        assertThrows(Expect.Failed.class, () -> DidWeb.document("did:key:z6Mk"));
    }
}
