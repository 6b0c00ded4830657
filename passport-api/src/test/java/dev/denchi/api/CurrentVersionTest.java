package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Calls.put;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept in memory about current versions, against changes that this replica did not make itself. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class CurrentVersionTest {
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(5);

    @Inject
    Store store;

    private final String model = "CURRENT-" + UUID.randomUUID();
    private final String subject = "urn:denchi:model:sakura-cells:" + model;

    @Test
    void reads_what_it_wrote_itself_at_once() {
        String passport = passportOfTwoModelVersions();

        assertEquals("P9Y", warranty(passport));
    }

    @Test
    void hears_of_a_version_that_another_replica_made_current() {
        String passport = passportOfTwoModelVersions();
        store.makeCurrent(subject, 1);

        awaitWarranty("P8Y", passport);
    }

    @Test
    void asks_the_database_while_it_hears_nothing_and_listens_again() throws InterruptedException {
        String passport = passportOfTwoModelVersions();
        store.endConnectionsThatSaid("select 1", "listen denchi_head");
        store.makeCurrent(subject, 1);
        awaitWarranty("P8Y", passport);

        Thread.sleep(2000); // it is listening again by now, and whether or not it does, it must not be wrong
        assertEquals("P8Y", warranty(passport));
        store.makeCurrent(subject, 2);
        awaitWarranty("P9Y", passport);
    }

    private String passportOfTwoModelVersions() {
        ObjectNode content = Examples.ofModel("battery-model", model);
        Response first = post("battery-model", content);
        String passport = post("battery", Examples.newBattery(model)).path("links.passport");
        assertEquals("P8Y", warranty(passport));
        put(first.path("links.self"), first.header("ETag"), content.put("warrantyPeriod", "P9Y"))
                .then()
                .statusCode(200);
        return passport;
    }

    private static String warranty(String passport) {
        return anyone().get(passport).path("batteryModel.warrantyPeriod");
    }

    private static void awaitWarranty(String expected, String passport) {
        await().atMost(HEARD_WITHIN).until(() -> warranty(passport), equalTo(expected));
    }
}
