package dev.denchi.api.contract;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whoever sends a method that an address does not take is told which it takes: those of the contract. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class MethodsTest {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final List<String> ALL =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE", "SURPRISE");

    @Test
    void names_the_methods_of_each_address_to_whoever_asks() {
        Map<String, Set<String>> told = new LinkedHashMap<>();
        addresses().keySet().forEach(path -> told.put(path, allowed(sent("OPTIONS", path, 204))));

        assertEquals(addresses(), told);
    }

    @Test
    void refuses_every_other_method_of_each_address() {
        addresses()
                .forEach((path, methods) -> ALL.stream()
                        .filter(method -> !methods.contains(method))
                        .forEach(method ->
                                assertEquals(methods, allowed(sent(method, path, 405)), method + " " + path)));
    }

    private static Response sent(String method, String path, int status) {
        String address = path.replaceAll("\\{[^}]*}", "01a1f3c2-0000-7000-8000-000000000001");
        Response answer = given().urlEncodingEnabled(false).request(method, address);
        assertEquals(status, answer.statusCode(), method + " " + address + " " + answer.asString());
        return answer;
    }

    private static Set<String> allowed(Response answer) {
        return new TreeSet<>(Arrays.asList(answer.header("Allow").split(", ")));
    }

    private static Map<String, Set<String>> addresses() {
        Map<String, Set<String>> addresses = new LinkedHashMap<>();
        for (String file : List.of("passport-api.yaml", "ouranos-api.yaml")) {
            for (Map.Entry<String, JsonNode> path :
                    ContractFile.of(file).content().path("paths").properties()) {
                addresses.put(path.getKey(), methods(path.getValue()));
            }
        }
        return addresses;
    }

    private static Set<String> methods(JsonNode path) {
        Set<String> methods = new TreeSet<>(ALL);
        methods.removeIf(method -> !path.has(method.toLowerCase(Locale.ROOT)));
        if (methods.contains("GET")) {
            methods.addAll(READING);
        }
        return methods;
    }
}
