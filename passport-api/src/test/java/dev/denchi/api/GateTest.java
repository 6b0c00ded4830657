package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.api.access.OpenTo;
import dev.denchi.api.access.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class GateTest {
    private static final List<Role> WITH_A_KEY =
            List.of(Role.ECONOMIC_OPERATOR, Role.LEGITIMATE_INTEREST, Role.AUTHORITY);

    private static final Path CLASSES = Path.of("target", "classes");

    @Test
    void every_endpoint_says_whom_it_is_open_to() throws IOException {
        List<Method> endpoints = endpoints();
        assertTrue(endpoints.size() >= 15, () -> "the endpoints were not found: " + endpoints);
        assertEquals(
                List.of(),
                endpoints.stream()
                        .filter(endpoint -> !endpoint.isAnnotationPresent(OpenTo.class))
                        .toList());
    }

    /** Whoever sends a key along must not be worse off than a stranger. */
    @Test
    void what_strangers_may_do_everyone_with_a_key_may() throws IOException {
        assertEquals(
                List.of(),
                endpoints().stream()
                        .filter(endpoint -> opened(endpoint).contains(Role.ANYONE)
                                && !opened(endpoint).containsAll(WITH_A_KEY))
                        .toList());
    }

    private static List<Role> opened(Method endpoint) {
        return List.of(endpoint.getAnnotation(OpenTo.class).value());
    }

    @Test
    void an_endpoint_that_does_not_say_so_is_open_to_nobody() {
        refused(anyone().get(SilentResource.PATH), 401, "unauthenticated");
        for (People person : People.values()) {
            refused(as(person).get(SilentResource.PATH), 403, "forbidden");
        }
    }

    private static List<Method> endpoints() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(CLASSES::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .flatMap(name -> Arrays.stream(load(name).getDeclaredMethods()))
                    .filter(GateTest::isEndpoint)
                    .toList();
        }
    }

    private static boolean isEndpoint(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
