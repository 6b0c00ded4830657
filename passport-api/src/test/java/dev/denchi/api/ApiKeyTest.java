package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ApiKeyTest {
    private static final String KEYS = "/v1/api-keys";
    private static final People ADMINISTRATOR = People.CELL_MAKERS_ADMINISTRATOR;

    @Inject
    Store store;

    @Test
    void a_new_key_writes_for_its_operator_and_is_shown_once() {
        Response made = create("{\"name\": \"Line 4 shift B\"}");
        made.then()
                .statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .header("Location", endsWith(KEYS + "/" + made.path("id")))
                .body("operator", equalTo("sakura-cells"))
                .body("role", equalTo("ECONOMIC_OPERATOR"))
                .body("administrator", equalTo(false))
                .body("key", startsWith("denchi_"));
        String key = made.path("key");
        assertEquals(201, posted(key));

        Response list = as(ADMINISTRATOR).get(KEYS + "?limit=1000");
        list.then().statusCode(200).body("apiKeys.id", hasItem(made.<String>path("id")));
        assertFalse(list.asString().contains(key), "the key is shown again");
        assertFalse(store.has("api_key", key), "the key itself is kept");
    }

    @Test
    void a_key_that_was_used_says_on_which_day() {
        Response made = create("{\"name\": \"used\"}");
        made.then().body("lastUsedOn", nullValue());
        posted(made.path("key"));
        String today = Instant.now().toString().substring(0, 10);
        assertEquals(today, listed(made.path("id"), "lastUsedOn"));
    }

    @Test
    void a_revoked_key_is_refused_from_the_answer_on() {
        Response made = create("{\"name\": \"revoked\"}");
        String key = made.path("key");
        assertEquals(201, posted(key));
        String self = KEYS + "/" + made.path("id");
        as(ADMINISTRATOR).delete(self).then().statusCode(204);
        refused(anyone().header("X-API-Key", key).get(KEYS), 401, "unauthenticated");
        String revokedAt = listed(made.path("id"), "revokedAt");
        as(ADMINISTRATOR).delete(self).then().statusCode(204);
        assertEquals(revokedAt, listed(made.path("id"), "revokedAt"));
    }

    @Test
    void a_key_that_another_replica_revoked_is_refused_after_the_configured_seconds() throws InterruptedException {
        Response made = create("{\"name\": \"revoked elsewhere\"}");
        String key = made.path("key");
        assertEquals(201, posted(key));
        store.revoke("api_key", made.path("id"));
        Instant revoked = Instant.now();
        while (posted(key) == 201) {
            assertTrue(revoked.plusSeconds(TestServers.SECONDS_A_CALLER_IS_KNOWN + 2)
                    .isAfter(Instant.now()));
            Thread.sleep(100);
        }
        assertEquals(401, posted(key));
    }

    @Test
    void an_expired_key_is_refused_though_it_was_just_believed() throws InterruptedException {
        Instant expiry = Instant.now().plusMillis(1500);
        Response made = create("{\"name\": \"short\", \"expiresAt\": \"" + expiry + "\"}");
        assertEquals(201, posted(made.path("key")));
        Thread.sleep(Math.max(0, Instant.now().until(expiry.plusMillis(50), ChronoUnit.MILLIS)));
        assertEquals(401, posted(made.path("key")));
    }

    @Test
    void a_rotated_key_works_as_long_as_the_overlap_says() throws InterruptedException {
        Response old = create("{\"name\": \"rotated\"}");
        Response next = rotate(ADMINISTRATOR, old.path("id"), "PT2S");
        next.then().statusCode(201).body("name", equalTo("rotated")).body("id", not(equalTo(old.path("id"))));
        assertEquals(201, posted(old.path("key")));
        assertEquals(201, posted(next.path("key")));
        Thread.sleep(2100);
        assertEquals(401, posted(old.path("key")));
        assertEquals(201, posted(next.path("key")));
        refused(rotate(ADMINISTRATOR, old.path("id"), "PT0S"), 422, "invalid-request");
    }

    @Test
    void a_key_rotated_without_overlap_is_refused_at_once() {
        Response old = create("{\"name\": \"lost\"}");
        assertEquals(201, posted(old.path("key")));
        rotate(ADMINISTRATOR, old.path("id"), "PT0S").then().statusCode(201);
        assertEquals(401, posted(old.path("key")));
    }

    @Test
    void a_key_made_by_an_administrator_administers_only_when_it_says_so() {
        String plain = create("{\"name\": \"plain\"}").path("key");
        refused(anyone().header("X-API-Key", plain).get(KEYS), 403, "forbidden");
        String administrator =
                create("{\"name\": \"deputy\", \"administrator\": true}").path("key");
        anyone().header("X-API-Key", administrator).get(KEYS).then().statusCode(200);
    }

    @Test
    void nobody_but_an_administrator_touches_keys() {
        String id = create("{\"name\": \"untouched\"}").path("id");
        refused(anyone().get(KEYS), 401, "unauthenticated");
        refused(create(null, "{\"name\": \"mine\"}"), 401, "unauthenticated");
        for (People person : People.values()) {
            if (!person.administers()) {
                refused(as(person).get(KEYS), 403, "forbidden");
                refused(create(person, "{\"name\": \"mine\"}"), 403, "forbidden");
                refused(as(person).delete(KEYS + "/" + id), 403, "forbidden");
                refused(rotate(person, id, "PT0S"), 403, "forbidden");
            }
        }
    }

    @Test
    void another_operators_keys_are_as_unknown_as_keys_that_never_were() {
        Response made = create("{\"name\": \"ours\"}");
        String id = made.path("id");
        People stranger = People.OTHER_MAKERS_ADMINISTRATOR;
        as(stranger).get(KEYS + "?limit=1000").then().statusCode(200).body("apiKeys.id", not(hasItem(id)));
        for (String any : new String[] {id, UUID.randomUUID().toString()}) {
            refused(as(stranger).delete(KEYS + "/" + any), 404, "not-found");
            refused(rotate(stranger, any, "PT0S"), 404, "not-found");
        }
        assertEquals(201, posted(made.path("key")));
    }

    @Test
    void a_key_with_a_role_that_is_not_known_or_not_for_keys_may_do_nothing() {
        for (String role : new String[] {"PRESS", "PARTICIPANT", "ANYONE"}) {
            Response made = create("{\"name\": \"odd\"}");
            store.giveRole(made.path("id"), role);
            assertEquals(403, posted(made.path("key")));
            String passports = "/v1/records/01a209fe-7200-7a16-9092-d49e27cf932b";
            refused(anyone().header("X-API-Key", made.<String>path("key")).get(passports), 403, "forbidden");
        }
    }

    @Test
    void tells_everything_that_is_wrong_with_a_request_at_once() {
        Response answer = create("""
                {"name": "", "administrator": "yes", "expiresAt": "2020-01-01T00:00:00Z", "role": "AUTHORITY"}""");
        refused(answer, 422, "invalid-request")
                .then()
                .body("violations.pointer", hasItems("/name", "/administrator", "/expiresAt", "/role"));
        refused(create("{}"), 422, "invalid-request").then().body("violations.pointer", hasItem("/name"));
        refused(create("[]"), 400, "malformed-request");
        refused(create("{\"name\": \"far\", \"expiresAt\": \"2999-01-01T00:00:00Z\"}"), 422, "invalid-request");
        for (String overlap : new String[] {"P8D", "PT-1S", "tomorrow"}) {
            refused(rotate(ADMINISTRATOR, UUID.randomUUID().toString(), overlap), 422, "invalid-request");
        }
        refused(as(ADMINISTRATOR).delete(KEYS + "/1'--"), 400, "malformed-request");
        refused(as(ADMINISTRATOR).get(KEYS + "?limit=0"), 400, "malformed-request");
    }

    private static Response create(String body) {
        return create(ADMINISTRATOR, body);
    }

    private static Response create(@Nullable People person, String body) {
        return (person == null ? anyone() : as(person))
                .contentType("application/json")
                .body(body)
                .post(KEYS);
    }

    private static Response rotate(People person, String id, String overlap) {
        return as(person)
                .contentType("application/json")
                .body("{\"overlap\": \"" + overlap + "\"}")
                .post(KEYS + "/" + id + "/rotation");
    }

    private static String listed(String id, String member) {
        return as(ADMINISTRATOR).get(KEYS + "?limit=1000").path("apiKeys.find { it.id == '" + id + "' }." + member);
    }

    /** The status that a new record gets with this key. */
    private static int posted(String key) {
        String model = "KEY-" + UUID.randomUUID();
        return anyone().header("X-API-Key", key)
                .contentType("application/json")
                .body(Examples.ofModel("battery-model", model).toString())
                .post("/v1/records/battery-model")
                .statusCode();
    }
}
