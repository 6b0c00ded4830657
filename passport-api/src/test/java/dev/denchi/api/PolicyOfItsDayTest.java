package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.api.access.reader.Restart;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class PolicyOfItsDayTest {
    private static final String NARROW = """
            {"version": "2020-01-01", "readers": {"public": [1], "authority": [1, 3]},
             "attributes": {"battery-model": {"/modelId": {"accessPoint": 3}, "/batteryCategory": {"accessPoint": 1}}}}""";

    @Inject
    Store store;

    @Inject
    Restart restart;

    /** Later than the service's start, and not later than the record of the test. */
    private final Instant day = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @AfterEach
    void forgetThatDay() {
        store.removePolicy(day);
        restart.ofThePolicyHistory();
    }

    @Test
    void the_policy_the_service_runs_with_is_kept_once() {
        long kept = store.policies();
        assertTrue(kept > 0);
        restart.ofThePolicyHistory();
        assertEquals(kept, store.policies());
    }

    @Test
    void what_the_policy_of_its_day_kept_back_is_not_shown_in_any_form() {
        String self = posted();
        assertTrue(shows(anyone(), self, "gtin"));
        hadRunWith(NARROW);
        assertFalse(shows(anyone(), self, "gtin"));
        assertFalse(shows(anyone(), self, "modelId"));
        assertTrue(shows(anyone(), self, "batteryCategory"));
        assertTrue(shows(as(People.MARKET_SURVEILLANCE), self, "modelId"));
        assertFalse(shows(as(People.RECYCLER), self, "batteryCategory"), "the policy of that day knows no such group");
        assertTrue(shows(as(People.CELL_MAKER), self, "gtin"));
    }

    @Test
    void a_policy_of_its_day_that_cannot_be_read_opens_nothing() {
        String self = posted();
        for (String unreadable : new String[] {"no JSON", "{\"version\": \"1\", \"readers\": {\"public\": [9]}}"}) {
            hadRunWith(unreadable);
            for (People person : new People[] {People.RECYCLER, People.MARKET_SURVEILLANCE, People.OTHER_MAKER}) {
                assertFalse(shows(as(person), self, "batteryCategory"), person::name);
            }
            assertFalse(shows(anyone(), self, "batteryCategory"));
            assertTrue(shows(as(People.CELL_MAKER), self, "batteryCategory"));
            store.removePolicy(day);
        }
    }

    private String posted() {
        Response receipt = post("battery-model", Examples.ofModel("battery-model", "DAY-" + UUID.randomUUID()));
        receipt.then().statusCode(201);
        return receipt.path("links.self");
    }

    private void hadRunWith(String policy) {
        store.addPolicy(day, policy.getBytes(StandardCharsets.UTF_8));
        restart.ofThePolicyHistory();
    }

    private static boolean shows(RequestSpecification reader, String self, String member) {
        boolean json = reader.get(self).then().statusCode(200).extract().path("content." + member) != null;
        String token = reader.accept("application/vc+sd-jwt").get(self).asString();
        assertEquals(json, Shown.token("battery-model", token).has("/" + member), "the forms differ");
        return json;
    }
}
