package dev.denchi.deploy.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IssuerPortTest {

    @Test
    void a_new_home_takes_the_port_that_is_asked_for(@TempDir Path home) throws IOException {
        assertEquals(8080, new IssuerPort(home).wanted(8080));
        assertEquals(0, new IssuerPort(home).wanted(0));
    }

    @Test
    void a_kept_home_keeps_its_port_where_any_will_do(@TempDir Path home) throws IOException {
        new IssuerPort(home).keep(41234);

        assertEquals(41234, new IssuerPort(home).wanted(0));
        assertEquals(41234, new IssuerPort(home).wanted(41234));
    }

    @Test
    void another_port_is_refused_with_what_to_do(@TempDir Path home) throws IOException {
        new IssuerPort(home).keep(8080);

        var refusal = assertThrows(IllegalStateException.class, () -> new IssuerPort(home).wanted(8081));

        assertTrue(refusal.toString().contains("--api-port 8080, or with another --home"), refusal::toString);
    }
}
