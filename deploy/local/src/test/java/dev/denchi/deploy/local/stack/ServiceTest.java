package dev.denchi.deploy.local.stack;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.deploy.servers.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ServiceTest {

    @Test
    void runs_until_it_is_stopped_and_is_forgotten_then(@TempDir Path home) throws Exception {
        Service service = Service.start(Answering.program(home, Port.free()), Answering.folders(home));
        service.awaitReady();
        ProcessHandle process = ProcessHandle.of(service.processId()).orElseThrow();
        service.close();

        assertFalse(process.isAlive());
        assertFalse(Files.exists(home.resolve("run/answering.pid")));
    }

    @Test
    void tells_the_end_of_its_log_when_it_does_not_start(@TempDir Path home) throws Exception {
        try (Service service = Service.start(Answering.program(home, 0), Answering.folders(home))) {
            var failure = assertThrows(IllegalStateException.class, service::awaitReady);

            assertTrue(failure.toString().contains("answering ended with exit code 3"), failure::toString);
            assertTrue(failure.toString().contains("no port was chosen for me"), failure::toString);
        }
    }

    @Test
    void ends_by_itself_when_its_launcher_is_killed(@TempDir Path home) throws Exception {
        Process launcher = launcher(home);
        ProcessHandle service = processNamedBy(launcher);

        launcher.destroyForcibly().waitFor();

        service.onExit().get(10, TimeUnit.SECONDS);
    }

    @Test
    void is_ended_by_the_next_launcher_when_it_was_left_behind(@TempDir Path home) throws Exception {
        Folders folders = Answering.folders(home);
        Process sleeper = new ProcessBuilder("sleep", "60").start();
        new Leftovers(folders.run()).remember("sleeper", sleeper.toHandle());

        new Leftovers(folders.run()).stopAll();

        assertTrue(sleeper.waitFor(1, TimeUnit.SECONDS));
    }

    @Test
    void another_program_with_the_same_number_is_left_alone(@TempDir Path home) throws Exception {
        Folders folders = Answering.folders(home);
        Process sleeper = new ProcessBuilder("sleep", "60").start();
        Files.writeString(folders.run().resolve("old.pid"), sleeper.pid() + " 1000");

        new Leftovers(folders.run()).stopAll();

        assertTrue(sleeper.isAlive());
        sleeper.destroy();
    }

    private static ProcessHandle processNamedBy(Process launcher) throws IOException {
        return ProcessHandle.of(Long.parseLong(launcher.inputReader().readLine()))
                .orElseThrow();
    }

    private static Process launcher(Path home) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launching.class.getName(),
                        home.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
