package dev.denchi.deploy.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.deploy.local.stack.Ports;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OptionsTest {

    private static Options parsed(String... words) {
        return Options.parse(List.of(words), Path.of("/repository"));
    }

    @Test
    void without_a_word_it_is_the_usual_ports_and_stays_up() {
        assertEquals(new Options(false, false, Path.of("/repository/.local"), Ports.USUAL), parsed());
    }

    @Test
    void each_port_can_be_chosen() {
        Options options = parsed(
                "--api-port",
                "1080",
                "--postgres-port",
                "1442",
                "--kafka-port",
                "1192",
                "--provider-port",
                "1280",
                "--consumer-port",
                "1290");

        assertEquals(new Ports(1080, 1442, 1192, 1280, 1290), options.ports());
    }

    @Test
    void a_relative_home_is_one_of_the_caller() {
        assertEquals(Path.of("data").toAbsolutePath(), parsed("--home", "data").home());
    }

    @Test
    void refuses_what_it_does_not_know_by_name() {
        var refusal = assertThrows(Options.Misunderstood.class, () -> parsed("--ones"));

        assertEquals("There is no option --ones.", refusal.getMessage());
    }

    @Test
    void refuses_a_port_that_is_none() {
        var refusal = assertThrows(Options.Misunderstood.class, () -> parsed("--api-port", "80800"));

        assertTrue(refusal.toString().contains("--api-port takes a port"), refusal::toString);
    }

    @Test
    void refuses_an_option_without_its_value() {
        assertThrows(Options.Misunderstood.class, () -> parsed("--once", "--home"));
    }
}
